package org.reapscope.ui.timeline;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

import org.reapscope.picture.LaneOrder;
import org.reapscope.ui.command.Command;
import org.reapscope.ui.command.CommandMenus;
import org.reapscope.ui.kit.Messages;

/** The buttons that are about the lanes of one timeline: in which order they stand, what their colours mean. */
public final class LaneTools {

    private LaneTools() {}

    /** A menu of the orders of lanes. */
    public static ButtonBase order(TimelineModel model, CommandMenus menus) {
        MenuButton button = new MenuButton();
        menus.dress(button, Command.LANE_ORDER);
        button.setOnAction(e -> {});
        ToggleGroup group = new ToggleGroup();
        for (LaneOrder order : LaneOrder.values()) {
            RadioMenuItem item = new RadioMenuItem(words(order));
            item.setToggleGroup(group);
            item.setSelected(model.order().get() == order);
            item.setOnAction(e -> model.order().set(order));
            model.order().addListener((o, was, is) -> item.setSelected(is == order));
            button.getItems().add(item);
        }
        button.textProperty().bind(model.order().map(order -> Messages.text("lanes.order", words(order))));
        return button;
    }

    /** Shows and hides the legend. */
    public static ButtonBase legend(TimelineModel model, CommandMenus menus) {
        ToggleButton button = new ToggleButton(Messages.text("lanes.legend"));
        menus.dress(button, Command.LEGEND);
        button.setOnAction(e -> {});
        Bindings.bindBidirectional(button.selectedProperty(), model.legend());
        return button;
    }

    private static String words(LaneOrder order) {
        return Messages.text(switch (order) {
            case STORY -> "lanes.order-story";
            case FIRST_EVENT -> "lanes.order-first-event";
            case NAME -> "lanes.order-name";
            case BUSY -> "lanes.order-busy";
        });
    }
}
