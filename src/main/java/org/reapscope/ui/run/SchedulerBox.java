package org.reapscope.ui.run;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.reapscope.explore.report.PropertyText;
import org.reapscope.kernel.Fact;
import org.reapscope.kernel.LinkedStep;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.expr.Cells;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.expr.Layout;
import org.reapscope.run.BreakCondition;
import org.reapscope.run.CellNames;
import org.reapscope.ui.kit.Messages;

/** Who steps when nobody in particular is told to, and where a run stops. */
final class SchedulerBox {

    private final RunModel model;
    private final ComboBox<RunPolicy> policy;
    private final TextField seed;
    private final VBox breaks;
    private final ComboBox<String> function;
    private final ComboBox<String> value;

    SchedulerBox(RunModel model, ComboBox<RunPolicy> policy, TextField seed, VBox breaks, ComboBox<String> function,
            ComboBox<String> value) {
        this.model = model;
        this.policy = policy;
        this.seed = seed;
        this.breaks = breaks;
        this.function = function;
        this.value = value;
    }

    void bind() {
        policy.getItems().setAll(RunPolicy.values());
        policy.setCellFactory(list -> new PolicyCell());
        policy.setButtonCell(new PolicyCell());
        policy.valueProperty().bindBidirectional(model.policy());
        seed.setText(Long.toString(model.seed().get()));
        seed.visibleProperty().bind(model.policy().map(RunPolicy::seeded));
        seed.managedProperty().bind(seed.visibleProperty());
        seed.textProperty().addListener((o, was, is) -> takeSeed(is));
        breaks.getChildren().add(check(Messages.text("run.break-lock"), new BreakCondition.LockCollides("")));
        for (Fact fact : model.machine().spec().facts()) {
            breaks.getChildren().add(check(PropertyText.title(fact.name()), new BreakCondition.FactHolds(fact.name())));
        }
        Set<String> functions = new TreeSet<>();
        for (int t = 0; t < model.machine().tasks(); t++) {
            for (LinkedStep step : model.machine().program(t)) {
                step.parts().stream().map(MicroStep::function).forEach(functions::add);
            }
        }
        choice(function, List.copyOf(functions), BreakCondition.FunctionEntered::new, BreakCondition.FunctionEntered.class);
        choice(value, cells(), BreakCondition.ValueChanges::new, BreakCondition.ValueChanges.class);
    }

    private List<String> cells() {
        Layout layout = model.machine().layout();
        Cells cells = layout.cells();
        Set<String> names = new TreeSet<>();
        for (int cell = 0; cell < cells.count(); cell++) {
            if (layout.isStored(cell) && cells.field(cell) != Field.PC) {
                names.add(CellNames.of(model.machine(), cell));
            }
        }
        return List.copyOf(names);
    }

    private void choice(ComboBox<String> box, List<String> names, Function<String, BreakCondition> make,
            Class<? extends BreakCondition> kind) {
        String none = Messages.text("run.break-none");
        box.getItems().add(none);
        box.getItems().addAll(names);
        box.setValue(none);
        box.valueProperty().addListener((o, was, is) -> {
            model.breaks().removeIf(kind::isInstance);
            if (is != null && !is.equals(none)) {
                model.breaks().add(make.apply(is));
            }
        });
    }

    private CheckBox check(String text, BreakCondition condition) {
        CheckBox box = new CheckBox(text);
        box.setMnemonicParsing(false);
        box.setWrapText(true);
        box.setMinWidth(0);
        box.setMinHeight(Region.USE_PREF_SIZE);
        box.setSelected(model.breaks().contains(condition));
        box.selectedProperty().addListener((o, was, is) -> {
            model.breaks().remove(condition);
            if (is) {
                model.breaks().add(condition);
            }
        });
        return box;
    }

    private void takeSeed(String text) {
        boolean number = text.matches("-?[0-9]{1,18}");
        seed.getStyleClass().remove("wrong");
        if (number) {
            model.seed().set(Long.parseLong(text));
        } else {
            seed.getStyleClass().add("wrong");
        }
    }

    private static final class PolicyCell extends ListCell<RunPolicy> {

        @Override
        protected void updateItem(@Nullable RunPolicy item, boolean empty) {
            super.updateItem(item, empty);
            setText(item == null || empty ? "" : item.title());
        }
    }
}
