package org.reapscope.ui.lesson.edit;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.reapscope.lesson.Challenge;
import org.reapscope.lesson.Page;
import org.reapscope.lesson.Pointer;
import org.reapscope.lesson.Question;
import org.reapscope.ui.edit.Form;
import org.reapscope.ui.kit.Messages;

/** The lists of a page: what it points at, what it asks, what it lets play; one form an entry. */
final class TaskForms {

    private final LessonDraft draft;

    TaskForms(LessonDraft draft) {
        this.draft = draft;
    }

    Node pointers() {
        return new Items<>(Messages.text("writing.add-pointer"), () -> draft.currentPage().pointers(),
                PageEdits::pointers, () -> new Pointer(Pointer.Kind.TASK, "", ""), (p, set) -> {
                    Form form = new Form();
                    form.choice(Messages.text("writing.points-at"), List.of(Pointer.Kind.values()), p.kind(),
                            k -> set.accept(x -> new Pointer(k, x.name(), x.words())));
                    form.line(Messages.text("writing.which"), p.name(), t -> set.accept(x -> new Pointer(x.kind(), t, x.words())));
                    form.line(Messages.text("writing.words"), p.words(), t -> set.accept(x -> new Pointer(x.kind(), x.name(), t)));
                    return form;
                });
    }

    Node questions() {
        return new Items<>(Messages.text("writing.add-question"), () -> draft.currentPage().questions(), PageEdits::questions,
                () -> new Question(newId("question"), Question.Kind.RETURNS, "", "", "", List.of(), "", -1), this::question);
    }

    private Form question(Question q, Consumer<UnaryOperator<Question>> set) {
        Form form = new Form();
        form.line(Messages.text("writing.id"), q.id(),
                t -> set.accept(x -> new Question(t, x.kind(), x.say(), x.task(), x.about(), x.kernels(), x.schedule(), x.step())));
        form.choice(Messages.text("writing.asks"), List.of(Question.Kind.values()), q.kind(),
                k -> set.accept(x -> new Question(x.id(), k, x.say(), x.task(), x.about(), x.kernels(), x.schedule(), x.step())));
        form.line(Messages.text("writing.task"), q.task(),
                t -> set.accept(x -> new Question(x.id(), x.kind(), x.say(), t, x.about(), x.kernels(), x.schedule(), x.step())));
        form.line(Messages.text("writing.about"), q.about(),
                t -> set.accept(x -> new Question(x.id(), x.kind(), x.say(), x.task(), t, x.kernels(), x.schedule(), x.step())));
        form.line(Messages.text("writing.say"), q.say(),
                t -> set.accept(x -> new Question(x.id(), x.kind(), t, x.task(), x.about(), x.kernels(), x.schedule(), x.step())));
        form.line(Messages.text("writing.kernels"), String.join(", ", q.kernels()), t -> set.accept(
                x -> new Question(x.id(), x.kind(), x.say(), x.task(), x.about(), PageEdits.words(t), x.schedule(), x.step())));
        form.line(Messages.text("writing.own-schedule"), q.schedule(),
                t -> set.accept(x -> new Question(x.id(), x.kind(), x.say(), x.task(), x.about(), x.kernels(), t.strip(), x.step())));
        form.number(Messages.text("writing.step"), q.step(), -1,
                n -> set.accept(x -> new Question(x.id(), x.kind(), x.say(), x.task(), x.about(), x.kernels(), x.schedule(), n)));
        return form;
    }

    Node challenges() {
        return new Items<>(Messages.text("writing.add-challenge"), () -> draft.currentPage().challenges(), PageEdits::challenges,
                () -> new Challenge(newId("challenge"), "", List.of(), "esrch", 0, Challenge.Rules.FREE), this::challenge);
    }

    private Form challenge(Challenge c, Consumer<UnaryOperator<Challenge>> set) {
        Form form = new Form();
        form.line(Messages.text("writing.id"), c.id(),
                t -> set.accept(x -> new Challenge(t, x.title(), x.text(), x.goal(), x.step(), x.rules())));
        form.line(Messages.text("writing.title"), c.title(),
                t -> set.accept(x -> new Challenge(x.id(), t, x.text(), x.goal(), x.step(), x.rules())));
        form.lines(Messages.text("writing.text"), String.join("\n", c.text()), 2,
                t -> set.accept(x -> new Challenge(x.id(), x.title(), PageEdits.lines(t), x.goal(), x.step(), x.rules())));
        form.line(Messages.text("writing.goal"), c.goal(),
                t -> set.accept(x -> new Challenge(x.id(), x.title(), x.text(), t.strip(), x.step(), x.rules())));
        form.number(Messages.text("writing.step"), c.step(), -1,
                n -> set.accept(x -> new Challenge(x.id(), x.title(), x.text(), x.goal(), n, x.rules())));
        form.number(Messages.text("writing.max-steps"), c.rules().maxSteps(), 0, n -> rules(set,
                r -> new Challenge.Rules(n, r.maxPreemptions(), r.steer(), r.others())));
        form.number(Messages.text("writing.max-preemptions"), c.rules().maxPreemptions(), -1, n -> rules(set,
                r -> new Challenge.Rules(r.maxSteps(), n, r.steer(), r.others())));
        form.line(Messages.text("writing.steer"), String.join(", ", c.rules().steer()), t -> rules(set,
                r -> new Challenge.Rules(r.maxSteps(), r.maxPreemptions(), PageEdits.words(t), r.others())));
        form.choice(Messages.text("writing.others"), List.of(Challenge.Others.values()), c.rules().others(), o -> rules(set,
                r -> new Challenge.Rules(r.maxSteps(), r.maxPreemptions(), r.steer(), o)));
        return form;
    }

    private static void rules(Consumer<UnaryOperator<Challenge>> set, UnaryOperator<Challenge.Rules> edit) {
        set.accept(x -> new Challenge(x.id(), x.title(), x.text(), x.goal(), x.step(), edit.apply(x.rules())));
    }

    private String newId(String stem) {
        List<String> taken = Stream.concat(draft.lesson().get().questions().stream().map(Question::id),
                draft.lesson().get().challenges().stream().map(Challenge::id)).toList();
        int n = 1;
        while (taken.contains(stem + "-" + n)) {
            n++;
        }
        return stem + "-" + n;
    }

    /** The entries of one kind, each a card with its form; the last line adds one. */
    private final class Items<T> extends VBox {

        private final String add;
        private final Supplier<List<T>> items;
        private final BiFunction<Page, Consumer<List<T>>, Page> edit;
        private final Supplier<T> fresh;
        private final BiFunction<T, Consumer<UnaryOperator<T>>, Form> form;

        Items(String add, Supplier<List<T>> items, BiFunction<Page, Consumer<List<T>>, Page> edit, Supplier<T> fresh,
                BiFunction<T, Consumer<UnaryOperator<T>>, Form> form) {
            this.add = add;
            this.items = items;
            this.edit = edit;
            this.fresh = fresh;
            this.form = form;
            getStyleClass().add("form-part");
            show();
        }

        private void show() {
            getChildren().clear();
            for (int i = 0; i < items.get().size(); i++) {
                getChildren().add(card(i));
            }
            Button more = new Button(add);
            more.setOnAction(e -> change(list -> list.add(fresh.get())));
            getChildren().add(more);
        }

        private Node card(int at) {
            Form fields = form.apply(items.get().get(at), one -> draft.changePage(
                    page -> edit.apply(page, list -> list.set(at, one.apply(list.get(at))))));
            Label number = new Label(Integer.toString(at + 1));
            number.getStyleClass().add("strong");
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Button remove = new Button(Messages.text("writing.remove"));
            remove.setOnAction(e -> change(list -> list.remove(at)));
            VBox card = new VBox(new HBox(number, gap, remove), fields);
            card.getStyleClass().add("card");
            return card;
        }

        private void change(Consumer<List<T>> how) {
            draft.changePage(page -> edit.apply(page, how));
            show();
        }
    }
}
