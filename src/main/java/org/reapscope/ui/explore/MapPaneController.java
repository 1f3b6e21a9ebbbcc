package org.reapscope.ui.explore;

import java.util.ArrayList;
import java.util.List;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.reapscope.explore.graph.Lamp;
import org.reapscope.explore.graph.OutcomeMap;
import org.reapscope.explore.report.LampText;
import org.reapscope.explore.report.PropertyText;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.kit.OncePerPulse;
import org.reapscope.ui.kit.Texts;

/** The map of decisions: regions where the same is still open, and the steps that lead from one to the next. */
public final class MapPaneController {

    private final MapModel model;
    private final MapView view;
    private @Nullable OutcomeMap shown;

    @FXML private MenuButton choose;
    @FXML private FlowPane legend;
    @FXML private Label words;
    @FXML private ScrollPane slot;
    @FXML private VBox list;

    MapPaneController(MapModel model) {
        this.model = model;
        view = new MapView(this::select);
    }

    @FXML
    void initialize() {
        slot.setContent(view);
        OncePerPulse showing = new OncePerPulse(view, this::show);
        model.revision().addListener((o, was, is) -> showing.ask());
        show();
    }

    private void show() {
        words.setText(model.words());
        OutcomeMap map = model.map();
        if (map != shown || map == null) {
            shown = map;
            offer();
            view.show(map);
            overview(map);
        }
        view.way(model.way());
    }

    private void offer() {
        List<String> chosen = model.chosen();
        choose.getItems().setAll(model.properties().stream().map(property -> {
            CheckMenuItem item = new CheckMenuItem(PropertyText.title(property));
            item.setMnemonicParsing(false);
            item.setSelected(chosen.contains(property));
            item.setOnAction(e -> model.toggle(property));
            return item;
        }).toList());
        List<Node> names = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            names.add(Texts.label(i + 1 + "  " + PropertyText.title(chosen.get(i)), "small"));
        }
        for (Lamp lamp : List.of(Lamp.CERTAIN, Lamp.POSSIBLE, Lamp.IMPOSSIBLE)) {
            names.add(Texts.label(LampText.sign(lamp) + " " + LampText.word(lamp), "small", "dim"));
        }
        legend.getChildren().setAll(names);
    }

    private void overview(@Nullable OutcomeMap map) {
        if (map == null) {
            list.getChildren().clear();
            return;
        }
        List<Node> rows = new ArrayList<>();
        rows.add(Texts.label(Messages.text("map.decisions"), "heading"));
        map.passages().forEach(passage -> rows.addAll(rows(map, passage)));
        if (map.passages().isEmpty()) {
            rows.add(Texts.wrapped(Messages.text("map.nothing-open"), "dim"));
        }
        list.getChildren().setAll(rows);
    }

    private void select(OutcomeMap.Passage passage) {
        OutcomeMap map = shown;
        if (map != null) {
            overview(map);
            list.getChildren().addAll(0, rows(map, passage));
            list.getChildren().addFirst(Texts.label(Messages.text("map.chosen"), "heading"));
            model.open(passage.kinds().getFirst());
        }
    }

    private List<Node> rows(OutcomeMap map, OutcomeMap.Passage passage) {
        List<Node> rows = new ArrayList<>();
        rows.add(Texts.wrapped(settles(map, passage), "strong", "small"));
        for (OutcomeMap.Kind kind : passage.kinds()) {
            Hyperlink link = new Hyperlink(Messages.text("map.kind", kind.task(), kind.id(), kind.function(), kind.count()));
            link.getStyleClass().addAll("witness", "cause");
            link.setWrapText(true);
            link.setMinWidth(0);
            link.setOnAction(e -> model.open(kind));
            rows.add(link);
        }
        return rows;
    }

    private static String settles(OutcomeMap map, OutcomeMap.Passage passage) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < map.properties().size(); i++) {
            Lamp before = map.regions().get(passage.from()).lamps().get(i);
            Lamp after = map.regions().get(passage.to()).lamps().get(i);
            if (before != after) {
                parts.add(LampText.sign(after) + " " + PropertyText.title(map.properties().get(i)) + " " + LampText.word(after));
            }
        }
        return String.join("; ", parts);
    }
}
