package org.reapscope.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.job.Background;
import org.reapscope.explore.graph.Lamp;
import org.reapscope.explore.graph.Lookahead;
import org.reapscope.explore.graph.OutcomeMap;
import org.reapscope.explore.graph.OutcomeSpace;
import org.reapscope.ui.run.LampsModel;
import org.reapscope.ui.run.RunModel;

/** The map of decisions of the scenario that is being stepped, and where the run stands on it. {@link #revision} counts changes. */
public final class MapModel {

    private final RunModel run;
    private final LampsModel lamps;
    private final Background background;
    private final ObservableList<String> chosen = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private @Nullable OutcomeMap map;
    private @Nullable Lookahead condensed;
    private List<String> condensedBy = List.of();
    private String failure = "";
    private Runnable cancel = () -> {};

    public MapModel(RunModel run, LampsModel lamps, Background background) {
        this.run = run;
        this.lamps = lamps;
        this.background = background;
        lamps.revision().addListener((o, was, is) -> follow());
        run.revision().addListener((o, was, is) -> revision.set(revision.get() + 1));
        follow();
    }

    /** Counts every change of anything that is shown. */
    public ReadOnlyIntegerProperty revision() {
        return revision.getReadOnlyProperty();
    }

    /** The properties that the map tells apart. */
    public List<String> chosen() {
        return List.copyOf(chosen);
    }

    /** All that could be chosen. */
    public List<String> properties() {
        OutcomeSpace space = wholeSpace();
        return space == null ? List.of() : space.properties();
    }

    /** Tells the map apart by a property too, or no longer; if there are too many, the one that was chosen first gives way. */
    public void toggle(String property) {
        if (!chosen.remove(property)) {
            chosen.add(property);
            if (chosen.size() > OutcomeMap.MOST_PROPERTIES) {
                chosen.removeFirst();
            }
        }
        follow();
    }

    /** The map; null while there is none that holds for the scenario. */
    public @Nullable OutcomeMap map() {
        OutcomeSpace space = wholeSpace();
        return space == null || space.lookahead() != condensed || !condensedBy.equals(chosen) ? null : map;
    }

    /** Why there is no map, or how large it is, in a sentence. */
    public String words() {
        OutcomeMap now = map();
        if (now == null) {
            return failure.isEmpty() ? lamps.words() : failure;
        }
        int kinds = now.passages().stream().mapToInt(p -> p.kinds().size()).sum();
        return String.format(Locale.ROOT, "%,d states folded into %s, told apart by %d of %d properties; %s of decisive step between them.",
                now.states(), BoundText.count(now.regions().size(), "region"), now.properties().size(), properties().size(),
                BoundText.count(kinds, "kind"));
    }

    /** The regions that the branch passes, in order, up to the present step; the last one is where the run stands. */
    public List<Integer> way() {
        OutcomeMap now = map();
        OutcomeSpace space = wholeSpace();
        List<Integer> way = new ArrayList<>();
        for (int depth = 0; now != null && space != null && depth <= run.depth(); depth++) {
            int state = lamps.state(depth);
            int region = state < 0 ? -1 : now.region(space, state);
            if (region >= 0 && (way.isEmpty() || way.getLast() != region)) {
                way.add(region);
            }
        }
        return way;
    }

    /** Shows a schedule that takes a decisive step. */
    public void open(OutcomeMap.Kind kind) {
        Witnesses.open(run, run.scenario(), kind.schedule().stream().mapToInt(Integer::intValue).toArray());
    }

    /** Without the states that nobody looked at there is no telling the regions apart. */
    private @Nullable OutcomeSpace wholeSpace() {
        OutcomeSpace space = lamps.space();
        return space != null && space.complete() ? space : null;
    }

    private void follow() {
        OutcomeSpace space = wholeSpace();
        if (space != null) {
            chosen.retainAll(space.properties());
            if (chosen.isEmpty()) {
                chosen.setAll(firstOpen(space));
            }
            if (space.lookahead() != condensed || !condensedBy.equals(chosen)) {
                condense(space);
            }
        }
        revision.set(revision.get() + 1);
    }

    private void condense(OutcomeSpace space) {
        cancel.run();
        List<String> by = List.copyOf(chosen);
        condensed = space.lookahead();
        condensedBy = by;
        map = null;
        failure = "";
        cancel = background.start(progress -> OutcomeMap.of(space, by, progress), result -> {
            map = result;
            revision.set(revision.get() + 1);
        }, e -> {
            failure = String.valueOf(e.getMessage());
            revision.set(revision.get() + 1);
        }, share -> {});
    }

    private static List<String> firstOpen(OutcomeSpace space) {
        List<String> open = space.properties().stream()
                .filter(p -> space.lamp(0, space.properties().indexOf(p)) == Lamp.POSSIBLE).limit(OutcomeMap.MOST_PROPERTIES).toList();
        return open.isEmpty() ? space.properties().stream().limit(1).toList() : open;
    }
}
