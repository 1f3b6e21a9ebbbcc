package org.reapscope.ui.run;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.reapscope.ui.AppContext;
import org.reapscope.ui.kit.Messages;

/** The tables of values and of branches below a run; each is made when it is first looked at. */
final class RunTables {

    private static final int FIELD_COLUMNS = 24;

    private final RunModel model;
    private final AppContext context;

    RunTables(RunModel model, AppContext context) {
        this.model = model;
        this.context = context;
    }

    /** Fills two tabs. */
    void fill(Tab values, Tab branches) {
        whenShown(values, this::values);
        whenShown(branches, this::branches);
    }

    private interface Content {
        Node make();
    }

    private static void whenShown(Tab tab, Content content) {
        tab.selectedProperty().addListener((o, was, is) -> {
            if (is && tab.getContent() == null) {
                tab.setContent(content.make());
            }
        });
        TabPane pane = tab.getTabPane();
        if (pane != null && tab.isSelected()) {
            tab.setContent(content.make());
        }
    }

    private Node values() {
        ValueGrid grid = new ValueGrid(model, context);
        TextField filter = new TextField();
        filter.setPrefColumnCount(FIELD_COLUMNS);
        filter.setPromptText(Messages.text("run.values-filter"));
        filter.setAccessibleText(Messages.text("run.values-filter"));
        grid.filter().bind(filter.textProperty());
        CheckBox changing = new CheckBox(Messages.text("run.values-changing"));
        changing.selectedProperty().bindBidirectional(grid.onlyChanging());
        return under(new HBox(filter, changing), grid);
    }

    private Node branches() {
        BranchChart chart = new BranchChart(model, context);
        TextField name = new TextField();
        name.setPrefColumnCount(FIELD_COLUMNS);
        name.setPromptText(Messages.text("run.branch-name"));
        name.setAccessibleText(Messages.text("run.branch-name"));
        name.setText(model.nameOf(model.tip()));
        name.setOnAction(e -> {
            model.name(model.tip(), name.getText());
            chart.requestFocus();
        });
        Label hint = new Label();
        hint.getStyleClass().add("dim");
        Runnable show = () -> {
            hint.setText(Messages.text("run.branches-hint", model.tree().size() - 1));
            if (!name.isFocused()) {
                name.setText(model.nameOf(model.tip()));
            }
        };
        model.revision().addListener((o, was, is) -> show.run());
        show.run();
        return under(new HBox(name, hint), chart);
    }

    private static Node under(HBox tools, Node content) {
        tools.getStyleClass().add("table-tools");
        VBox box = new VBox(tools, content);
        VBox.setVgrow(content, Priority.ALWAYS);
        return box;
    }
}
