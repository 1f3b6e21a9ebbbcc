package org.reapscope.ui.kit;

import java.util.Optional;
import java.util.function.Supplier;

import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

/**
 * The menu of what is selected in a list or a table: by the right button, which selects first, by the menu key, and by
 * Shift+F10 where the system does not say that this asks for a menu.
 */
public final class RowMenu {

    private RowMenu() {}

    /** Has {@code node} show the menu that {@code menu} makes for what is selected now, if something is. */
    public static void on(Node node, Supplier<Optional<ContextMenu>> menu) {
        on(node, () -> selectedCell(node), menu);
    }

    /**
     * The same.
     *
     * @param beside where a menu opens that was asked for by a key
     */
    public static void on(Node node, Supplier<@Nullable Node> beside, Supplier<Optional<ContextMenu>> menu) {
        ContextMenu[] shown = new ContextMenu[1];
        node.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            hide(shown);
            menu.get().ifPresent(made -> {
                shown[0] = made;
                Point2D at = event.isKeyboardTrigger() ? middle(node, beside.get()) : new Point2D(event.getScreenX(), event.getScreenY());
                made.show(node, at.getX(), at.getY());
            });
            event.consume();
        });
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F10 && event.isShiftDown()) {
                Point2D at = middle(node, beside.get());
                node.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, at.getX(), at.getY(), true, null));
                event.consume();
            }
        });
    }

    /** An entry. */
    public static MenuItem item(String textKey, Runnable act) {
        return named(Messages.text(textKey), act);
    }

    /** An entry whose text is made already. */
    public static MenuItem named(String text, Runnable act) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> act.run());
        return item;
    }

    /** An entry that does something else first: what it acts on may have to be selected. */
    public static MenuItem after(Runnable before, MenuItem item) {
        EventHandler<ActionEvent> act = item.getOnAction();
        item.setOnAction(event -> {
            before.run();
            act.handle(event);
        });
        return item;
    }

    /** An entry that puts words into the clipboard. */
    public static MenuItem copy(String textKey, Supplier<String> words) {
        return item(textKey, () -> copy(words.get()));
    }

    /** Puts words into the clipboard. */
    public static void copy(String words) {
        ClipboardContent content = new ClipboardContent();
        content.putString(words);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static void hide(ContextMenu[] shown) {
        if (shown[0] != null) {
            shown[0].hide();
        }
    }

    private static @Nullable Node selectedCell(Node node) {
        return node.lookupAll(".indexed-cell").stream()
                .filter(n -> n instanceof IndexedCell<?> cell && cell.isSelected() && cell.isVisible() && !cell.isEmpty()).findFirst().orElse(null);
    }

    private static Point2D middle(Node node, @Nullable Node beside) {
        Node at = beside != null && beside.isVisible() ? beside : node;
        Bounds bounds = at.localToScreen(at.getLayoutBounds());
        return bounds == null ? Point2D.ZERO : new Point2D(bounds.getMinX() + Math.min(bounds.getWidth() / 2, 200), bounds.getMinY() + bounds.getHeight() / 2);
    }
}
