package org.reapscope.lesson.check;

import java.io.IOException;
import java.util.List;

import org.reapscope.lesson.Challenge;
import org.reapscope.lesson.LessonExhibit;
import org.reapscope.lesson.Markup;
import org.reapscope.lesson.predict.Posed;

/** A sheet as text of at most 100 columns: with answers and notes for the teacher, or without them for learners. */
public final class SheetText {

    private static final int WIDTH = 100;

    private final Appendable out;
    private final boolean answers;

    private SheetText(Appendable out, boolean answers) {
        this.out = out;
        this.answers = answers;
    }

    /** Writes the answer sheet. */
    public static void forTeacher(AnswerSheet sheet, Appendable out) throws IOException {
        new SheetText(out, true).write(sheet);
    }

    /** Writes the sheet to be filled in. */
    public static void forStudent(AnswerSheet sheet, Appendable out) throws IOException {
        new SheetText(out, false).write(sheet);
    }

    private void write(AnswerSheet sheet) throws IOException {
        line("", sheet.lesson().title());
        line("", "=".repeat(Math.min(WIDTH, sheet.lesson().title().length())));
        line("", sheet.lesson().summary());
        note("", sheet.lesson().notes());
        int number = 0;
        for (AnswerSheet.Worked worked : sheet.pages()) {
            out.append('\n');
            line("", ++number + ". " + worked.page().title());
            for (Markup.Block block : worked.page().blocks()) {
                line(switch (block.kind()) {
                    case ITEM -> "   - ";
                    case QUOTATION -> "   > ";
                    case CODE -> "       ";
                    default -> "   ";
                }, block.text());
            }
            if (worked.page().exhibit().isPresent()) {
                line("   Shown: ", shown(worked.page().exhibit().get()));
            }
            table(worked.table());
            for (Posed posed : worked.questions()) {
                question(posed);
            }
            for (AnswerSheet.Solved solved : worked.challenges()) {
                challenge(solved);
            }
            note("   ", worked.page().notes());
        }
    }

    private static String shown(LessonExhibit exhibit) {
        return switch (exhibit) {
            case LessonExhibit.Run run -> run.scenario() + (run.patches().isEmpty() ? "" : " with patches " + String.join(",", run.patches()))
                    + (run.profile().isEmpty() ? "" : " on " + run.profile())
                    + (run.schedule().isEmpty() ? "" : ", step " + run.step() + " of " + run.schedule().replace('\n', ' '));
            case LessonExhibit.Capture capture -> capture.file() + (capture.kill() == 0 ? "" : ", kill " + capture.kill());
            case LessonExhibit.Comparison table -> table.scenario() + " on the kernels " + String.join(", ", table.kernels());
        };
    }

    private void table(List<List<String>> table) throws IOException {
        if (!answers || table.isEmpty()) {
            return;
        }
        for (List<String> row : table) {
            line("   | ", String.join(" | ", row));
        }
    }

    private void question(Posed posed) throws IOException {
        out.append('\n');
        line("   [" + posed.question().id() + "] ", posed.prompt());
        for (int k = 0; k < posed.options().size(); k++) {
            boolean right = answers && posed.right().contains(k);
            line("     " + (right ? "(x) " : "( ) "), posed.options().get(k));
        }
        if (answers) {
            for (String sentence : posed.explanation().sentences()) {
                line("     ", sentence);
            }
            if (!posed.explanation().schedule().isEmpty()) {
                line("     Run: ", posed.explanation().schedule().replace('\n', ' '));
            }
        }
    }

    private void challenge(AnswerSheet.Solved solved) throws IOException {
        Challenge challenge = solved.game().challenge();
        out.append('\n');
        line("   Challenge [" + challenge.id() + "] ", challenge.title());
        for (Markup.Block block : Markup.read(challenge.text())) {
            line("     ", block.text());
        }
        line("     Goal: ", challenge.goal() + rules(challenge.rules()));
        if (answers) {
            line("     Par: ", solved.par().text());
            if (solved.shortest().isPresent()) {
                line("     Shortest: ", solved.shortest().get().replace('\n', ' '));
            }
            if (solved.calmest().isPresent() && !solved.calmest().equals(solved.shortest())) {
                line("     Fewest preemptions: ", solved.calmest().get().replace('\n', ' '));
            }
        }
    }

    private static String rules(Challenge.Rules rules) {
        return (rules.maxSteps() == 0 ? "" : "; at most " + rules.maxSteps() + " steps")
                + (rules.maxPreemptions() < 0 ? "" : "; at most " + rules.maxPreemptions() + " preemptions")
                + (rules.steer().isEmpty() ? "" : "; you let " + String.join(", ", rules.steer()) + " step, the others step by themselves "
                        + (rules.others() == Challenge.Others.EAGER ? "as soon as they can" : "when none of yours can"));
    }

    private void note(String indent, String notes) throws IOException {
        if (answers && !notes.isEmpty()) {
            line(indent + "For the teacher: ", notes);
        }
    }

    /** Wraps at blanks; later lines are indented as deep as the first begins, at most 8. */
    private void line(String head, String text) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        StringBuilder now = new StringBuilder(head);
        int indent = Math.min(head.length(), 8);
        boolean bare = true;
        for (String word : text.replaceAll("\\R", " ").split(" ")) {
            if (!bare && now.length() + 1 + word.length() > WIDTH) {
                out.append(now).append('\n');
                now = new StringBuilder(" ".repeat(indent));
                bare = true;
            }
            now.append(bare ? "" : " ").append(word);
            bare = false;
        }
        out.append(now).append('\n');
    }
}
