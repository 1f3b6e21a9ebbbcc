package org.reapscope.ui.command;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * A key that a menu item shows and does not act on: {@link Commands#listenTo} does, which knows when somebody is typing
 * (an accelerator of one letter would take it from a text field).
 */
final class ShownKey extends KeyCombination {

    private final String text;

    ShownKey(String text) {
        this.text = text;
    }

    @Override
    public boolean match(KeyEvent event) {
        return false;
    }

    @Override
    public String getName() {
        return text;
    }

    @Override
    public String getDisplayText() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShownKey key && key.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
