package org.reapscope.ui.command;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;
import org.reapscope.document.settings.Settings;
import org.reapscope.ui.kit.Messages;

/** What each command does at present and whether it can; the only way by which menus, buttons and keys act. */
public final class Commands {

    private final Map<Command, BooleanProperty> enabled = new EnumMap<>(Command.class);
    private final Map<Command, ReadOnlyStringWrapper> titles = new EnumMap<>(Command.class);
    private final Map<Command, List<Doing>> doings = new EnumMap<>(Command.class);
    private final ReadOnlyObjectWrapper<Keymap> keymap = new ReadOnlyObjectWrapper<>(new Keymap(Settings.DEFAULT));

    /** One thing that a command does, and when it can. */
    private record Doing(ObservableBooleanValue when, ObservableValue<String> object, Runnable act) {}

    /**
     * Says what a command does, and when it can. Panes of different kinds may say that of the same command: what can be
     * done now is done, the first if several can.
     */
    public void bind(Command command, ObservableBooleanValue when, Runnable act) {
        bind(command, when, new SimpleStringProperty(""), act);
    }

    /**
     * The same for a command whose name tells what it is about at present.
     *
     * @param object what it is about; empty for nothing in particular
     */
    public void bind(Command command, ObservableBooleanValue when, ObservableValue<String> object, Runnable act) {
        List<Doing> all = doings.computeIfAbsent(command, c -> new ArrayList<>());
        all.add(new Doing(when, object, act));
        title(command).bind(Bindings.createStringBinding(() -> titleOf(command),
                all.stream().flatMap(d -> Stream.of(d.when(), d.object())).toArray(Observable[]::new)));
        property(command).bind(Bindings.createBooleanBinding(() -> all.stream().anyMatch(d -> d.when().get()),
                all.stream().map(Doing::when).toArray(Observable[]::new)));
    }

    /** Says what a command does that can be done at any time. */
    public void bind(Command command, Runnable act) {
        bind(command, new SimpleBooleanProperty(true), act);
    }

    /** Whether the command can be done now; false until it is bound. */
    public BooleanExpression enabled(Command command) {
        return property(command);
    }

    /** Its name in the messages, and what it is about at present. */
    public ReadOnlyStringProperty titled(Command command) {
        return title(command).getReadOnlyProperty();
    }

    /** Does it, if it can be done now. */
    public void run(Command command) {
        now(command).ifPresent(d -> d.act().run());
    }

    /** The keys in force. */
    public ReadOnlyObjectProperty<Keymap> keymap() {
        return keymap.getReadOnlyProperty();
    }

    public void useKeymap(Keymap newKeymap) {
        keymap.set(newKeymap);
    }

    /**
     * Hears the keys that the focused control had no use for. Keys that type are left to whoever is typing; one that has done
     * something types nothing, wherever the keyboard then is.
     */
    public void listenTo(Scene scene) {
        BooleanProperty acted = new SimpleBooleanProperty();
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> acted.set(false));
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (acted.get()) {
                event.consume();
            }
        });
        EventHandler<KeyEvent> handler = event -> {
            if (!event.isConsumed()) {
                keymap.get().commandOf(event).filter(c -> enabled(c).get() && !typing(scene.getFocusOwner(), event))
                        .ifPresent(c -> {
                            event.consume();
                            acted.set(true);
                            run(c);
                        });
            }
        };
        scene.addEventHandler(KeyEvent.KEY_PRESSED, handler);
    }

    private Optional<Doing> now(Command command) {
        return doings.getOrDefault(command, List.of()).stream().filter(d -> d.when().get()).findFirst();
    }

    private String titleOf(Command command) {
        String object = now(command).map(d -> d.object().getValue()).orElse("");
        String name = Messages.text(command.textKey());
        return object.isEmpty() ? name : name + ": " + object;
    }

    private ReadOnlyStringWrapper title(Command command) {
        return titles.computeIfAbsent(command, c -> new ReadOnlyStringWrapper(Messages.text(c.textKey())));
    }

    private BooleanProperty property(Command command) {
        return enabled.computeIfAbsent(command, c -> new SimpleBooleanProperty(false));
    }

    private static boolean typing(@Nullable Node focused, KeyEvent event) {
        return focused instanceof TextInputControl && !event.isShortcutDown() && !event.getCode().isFunctionKey();
    }
}
