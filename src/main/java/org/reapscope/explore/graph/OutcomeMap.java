package org.reapscope.explore.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.reapscope.base.job.Progress;

/**
 * All states of a scenario condensed to the decisions: states with the same lamps are one region, and only the steps that
 * settle something are left between them. Since what is settled stays so, every passage leads to a region where more is
 * settled. With {@value #MOST_PROPERTIES} properties there are at most 27 regions.
 *
 * @param properties the properties that regions are told apart by
 * @param regions the regions; the first one is where every run begins
 * @param passages between regions, the most frequent first
 * @param states how many states were folded into the regions
 */
public record OutcomeMap(List<String> properties, List<Region> regions, List<Passage> passages, int states) {

    /** More properties make no map that can be read. */
    public static final int MOST_PROPERTIES = 3;

    private static final int OFTEN = 1 << 14;

    /**
     * All states with the same lamps.
     *
     * @param lamps one for each property
     * @param states how many there are
     */
    public record Region(List<Lamp> lamps, int states) {

        public Region {
            lamps = List.copyOf(lamps);
        }

        /** How many properties are settled here. */
        public int settled() {
            return (int) lamps.stream().filter(Lamp::settled).count();
        }
    }

    /**
     * The decisive steps that lead from one region into another.
     *
     * @param from index of the region
     * @param to index of the region
     * @param kinds the steps by what they are, the most frequent first
     */
    public record Passage(int from, int to, List<Kind> kinds) {

        public Passage {
            kinds = List.copyOf(kinds);
        }

        /** How many steps of the state graph it stands for. */
        public long count() {
            return kinds.stream().mapToLong(Kind::count).sum();
        }
    }

    /**
     * One kind of decisive step.
     *
     * @param task the name of who takes it
     * @param id of the micro-step
     * @param function the kernel function
     * @param count how many steps of the state graph are of this kind
     * @param schedule a shortest schedule that ends with it
     */
    public record Kind(String task, String id, String function, long count, List<Integer> schedule) {

        public Kind {
            schedule = List.copyOf(schedule);
        }
    }

    public OutcomeMap {
        properties = List.copyOf(properties);
        regions = List.copyOf(regions);
        passages = List.copyOf(passages);
    }

    /**
     * Condenses a space. O(states and steps).
     *
     * @param properties at most {@value #MOST_PROPERTIES} of the space
     */
    public static OutcomeMap of(OutcomeSpace space, List<String> properties, Progress progress) {
        return new Condenser(space, properties).map(progress);
    }

    /** The region of a state of the space that was condensed, -1 if it has none. */
    public int region(OutcomeSpace space, int state) {
        List<Lamp> lamps = lamps(space, facts(space, properties), state);
        for (int r = 0; r < regions.size(); r++) {
            if (regions.get(r).lamps().equals(lamps)) {
                return r;
            }
        }
        return -1;
    }

    private static int[] facts(OutcomeSpace space, List<String> properties) {
        return properties.stream().mapToInt(space.properties()::indexOf).toArray();
    }

    private static List<Lamp> lamps(OutcomeSpace space, int[] facts, int state) {
        List<Lamp> lamps = new ArrayList<>();
        for (int fact : facts) {
            lamps.add(space.lamp(state, fact));
        }
        return lamps;
    }

    private static final class Condenser {

        private final OutcomeSpace space;
        private final StateGraph graph;
        private final List<String> properties;
        private final int[] facts;
        private final Map<List<Lamp>, Integer> regionOf = new LinkedHashMap<>();
        private final List<int[]> sizes = new ArrayList<>();
        private final Map<Long, Map<String, Found>> passages = new TreeMap<>();

        private static final class Found {

            private final int state;
            private final int task;
            private long count;

            Found(int state, int task) {
                this.state = state;
                this.task = task;
            }
        }

        Condenser(OutcomeSpace space, List<String> properties) {
            this.space = space;
            this.graph = space.lookahead().graph();
            this.properties = properties;
            this.facts = facts(space, properties);
        }

        OutcomeMap map(Progress progress) {
            int[] region = new int[graph.states()];
            for (int state = 0; state < region.length; state++) {
                region[state] = regionOf.computeIfAbsent(lamps(space, facts, state), lamps -> {
                    sizes.add(new int[1]);
                    return sizes.size() - 1;
                });
                sizes.get(region[state])[0]++;
                tell(progress, state);
            }
            for (int state = 0; state < region.length; state++) {
                for (int edge = graph.firstEdge(state); edge < graph.firstEdge(state + 1); edge++) {
                    int to = region[graph.edgeTo(edge)];
                    if (to != region[state]) {
                        take((long) region[state] << Integer.SIZE | to, state, graph.edgeTask(edge));
                    }
                }
                tell(progress, state);
            }
            List<Region> regions = new ArrayList<>();
            regionOf.forEach((lamps, r) -> regions.add(new Region(lamps, sizes.get(r)[0])));
            List<Passage> found = new ArrayList<>();
            passages.forEach((ends, kinds) -> found.add(new Passage((int) (ends >>> Integer.SIZE), ends.intValue(), kinds(kinds))));
            found.sort(Comparator.comparingLong(Passage::count).reversed());
            return new OutcomeMap(properties, regions, found, graph.states());
        }

        private static void tell(Progress progress, int state) {
            if (state % OFTEN == 0) {
                progress.report(state, -1);
            }
        }

        private void take(long ends, int state, int task) {
            String kind = task + " " + graph.machine().next(graph.state(state), 0, task).map(s -> s.step().id()).orElse("");
            passages.computeIfAbsent(ends, e -> new TreeMap<>()).computeIfAbsent(kind, k -> new Found(state, task)).count++;
        }

        private List<Kind> kinds(Map<String, Found> found) {
            return found.values().stream().map(this::kind).sorted(Comparator.comparingLong(Kind::count).reversed()).toList();
        }

        private Kind kind(Found found) {
            List<Integer> schedule = new ArrayList<>();
            for (int task : graph.path(found.state)) {
                schedule.add(task);
            }
            schedule.add(found.task);
            var step = graph.machine().next(graph.state(found.state), 0, found.task).orElseThrow().step();
            return new Kind(graph.machine().spec().tasks().get(found.task).name(), step.id(), step.function(), found.count, schedule);
        }
    }
}
