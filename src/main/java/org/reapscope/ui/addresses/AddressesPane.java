package org.reapscope.ui.addresses;

import java.util.Comparator;
import java.util.function.Function;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.sentence.VmaText;
import org.reapscope.trace.format.AddressSpaceSnapshot;
import org.reapscope.trace.format.MapsEntry;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.kit.Choices;
import org.reapscope.ui.kit.Messages;

/** The mappings of the snapshots beside a capture, one snapshot at a time, in a table by address. */
public final class AddressesPane extends VBox {

    private static final double CELL_PX = 15;

    private final TableView<MapsEntry> table = new TableView<>();
    private final ComboBox<AddressSpaceSnapshot> chosen = new ComboBox<>();
    private final Label sum = new Label();

    public AddressesPane(CaptureModel capture) {
        getStyleClass().add("addresses");
        Choices.bind(chosen, s -> s == null ? "" : s.name());
        chosen.setItems(capture.snapshots());
        chosen.setAccessibleText(Messages.text("addresses.choose"));
        chosen.valueProperty().addListener((o, was, is) -> show(is));
        table.setAccessibleText(Messages.text("addresses.title"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        column("addresses.range", 22, VmaText::range, Comparator.comparing(MapsEntry::start, Long::compareUnsigned)).getStyleClass().add("mono-column");
        column("addresses.size", 7, v -> VmaText.size(v.bytes()), Comparator.comparingLong(MapsEntry::bytes));
        column("addresses.rss", 7, v -> VmaText.size(v.bytes("Rss")), Comparator.comparingLong(v -> v.bytes("Rss")));
        column("addresses.anonymous", 7, v -> VmaText.size(v.bytes("Anonymous")), Comparator.comparingLong(v -> v.bytes("Anonymous")));
        column("addresses.perms", 5, MapsEntry::perms, Comparator.comparing(MapsEntry::perms)).getStyleClass().add("mono-column");
        column("addresses.what", 30, VmaText::what, Comparator.comparing(VmaText::what));
        HBox head = new HBox(chosen, sum);
        head.getStyleClass().add("head");
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().setAll(head, table);
        chosen.getSelectionModel().selectFirst();
    }

    private void show(@Nullable AddressSpaceSnapshot snapshot) {
        if (snapshot == null) {
            table.getItems().clear();
            sum.setText("");
            return;
        }
        table.getItems().setAll(snapshot.vmas());
        sum.setText(Messages.text("addresses.sum", snapshot.vmas().size(), VmaText.size(snapshot.bytes("Rss"))));
    }

    private TableColumn<MapsEntry, MapsEntry> column(String key, double em, Function<MapsEntry, String> text, Comparator<MapsEntry> order) {
        TableColumn<MapsEntry, MapsEntry> column = new TableColumn<>(Messages.text(key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> new VmaCell(text));
        column.setComparator(order);
        column.setPrefWidth(em * CELL_PX);
        table.getColumns().add(column);
        return column;
    }
}
