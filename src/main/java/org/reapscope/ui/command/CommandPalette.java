package org.reapscope.ui.command;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.reapscope.ui.kit.Messages;

/** A list to choose from by typing a few letters of what is wanted: commands, rows, findings. */
public final class CommandPalette {

    /** How many answers are shown. */
    private static final int SHOWN = 200;

    /**
     * Something to choose.
     *
     * @param text what is matched and shown
     * @param hint shown dimly beside it: where it belongs
     * @param key its key, empty if none
     * @param act what choosing it does
     */
    public record Entry(String text, String hint, String key, Runnable act) {}

    private final List<Entry> entries;
    private final ObservableList<Entry> found = FXCollections.observableArrayList();
    private final TextField field = new TextField();
    private final ListView<Entry> list = new ListView<>(found);
    private final VBox root = new VBox(field, list);

    /**
     * @param prompt says what can be typed
     * @param close closes the palette, before the chosen entry acts
     */
    public CommandPalette(String prompt, List<Entry> entries, Runnable close) {
        this.entries = List.copyOf(entries);
        root.getStyleClass().addAll("floating", "palette");
        VBox.setVgrow(list, Priority.ALWAYS);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        list.setAccessibleText(prompt);
        list.setPlaceholder(new Label(Messages.text("palette.none")));
        list.setCellFactory(view -> new PaletteCell());
        field.textProperty().addListener((o, was, is) -> search(is));
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> steer(event, close));
        list.setOnMouseClicked(event -> choose(close));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose(close);
            }
        });
        search("");
    }

    /** The palette of all commands that can be run now, and of more that can be done. */
    public static CommandPalette ofCommands(Commands commands, List<Entry> more, Runnable close) {
        Keymap keymap = commands.keymap().get();
        Stream<Entry> all = Stream.of(Command.values())
                .filter(c -> c != Command.COMMANDS && commands.enabled(c).get())
                .map(c -> new Entry(commands.titled(c).get(), Messages.text(c.category().textKey()), keymap.display(c),
                        () -> commands.run(c)));
        return new CommandPalette(Messages.text("palette.prompt"), Stream.concat(all, more.stream()).toList(), close);
    }

    public Node node() {
        return root;
    }

    /** Where the focus belongs. */
    public Node field() {
        return field;
    }

    private void search(String typed) {
        Map<Entry, Integer> scores = entries.stream()
                .collect(Collectors.toMap(e -> e, e -> FuzzyMatch.score(typed, e.text()), Math::max));
        found.setAll(entries.stream().filter(e -> Optional.ofNullable(scores.get(e)).orElse(FuzzyMatch.NONE) != FuzzyMatch.NONE)
                .sorted(Comparator.comparing((Entry e) -> Optional.ofNullable(scores.get(e)).orElse(0)).reversed())
                .limit(SHOWN).toList());
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void steer(KeyEvent event, Runnable close) {
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(10);
            case PAGE_UP -> move(-10);
            case ENTER -> choose(close);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int step) {
        if (!found.isEmpty()) {
            int to = Math.clamp(list.getSelectionModel().getSelectedIndex() + step, 0, found.size() - 1);
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - 5));
        }
    }

    private void choose(Runnable close) {
        Entry chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close.run();
            chosen.act().run();
        }
    }
}
