package org.reapscope.ui.run;

import java.util.ArrayList;
import java.util.List;

import org.reapscope.explore.graph.Lamp;
import org.reapscope.explore.graph.OutcomeSpace;
import org.reapscope.explore.report.PropertyText;
import org.reapscope.explore.report.Tone;

/**
 * What one of the choices at a state keeps possible.
 *
 * @param phrases what it does to the properties that are open, the most telling first; empty if nothing can be told
 */
public record ChoiceOutlook(List<Phrase> phrases) {

    /** Something about one property, in words. */
    public record Phrase(String words, Tone tone) {}

    public ChoiceOutlook {
        phrases = List.copyOf(phrases);
    }

    /** The tone of the choice as a whole: that of its first phrase. */
    public Tone tone() {
        return phrases.isEmpty() ? Tone.OPEN : phrases.getFirst().tone();
    }

    /**
     * The outlook of a task's step.
     *
     * @param state where it is chosen
     * @param choices all tasks that can step there
     */
    static ChoiceOutlook of(OutcomeSpace space, int state, int task, List<Integer> choices) {
        List<Phrase> settled = new ArrayList<>();
        List<Phrase> kept = new ArrayList<>();
        int focus = focus(space, state);
        for (int p = 0; p < space.properties().size(); p++) {
            int property = p;
            if (space.lamp(state, p) == Lamp.POSSIBLE) {
                Lamp after = space.lamp(space.next(state, task), p);
                boolean telling = choices.stream().anyMatch(t -> space.lamp(space.next(state, t), property).settled());
                if (after.settled()) {
                    settled.add(phrase(space, p, after));
                } else if (after == Lamp.POSSIBLE && (p == focus || telling)) {
                    kept.add(phrase(space, p, after));
                    if (p == focus && space.bestTasks(state, p).contains(task)) {
                        kept.add(new Phrase("leads to " + title(space, p) + " in " + steps(space.steps(state, p)), Tone.OPEN));
                    }
                }
            }
        }
        settled.addAll(kept);
        return new ChoiceOutlook(settled);
    }

    /** The property that one is on the way to: the first that is open and is bad news, else the first open one; -1 if none. */
    static int focus(OutcomeSpace space, int state) {
        int first = -1;
        for (int p = 0; p < space.properties().size(); p++) {
            if (space.lamp(state, p) == Lamp.POSSIBLE) {
                if (!PropertyText.good(space.properties().get(p))) {
                    return p;
                }
                first = first < 0 ? p : first;
            }
        }
        return first;
    }

    static String steps(int count) {
        return count == 1 ? "1 step" : count + " steps";
    }

    private static Phrase phrase(OutcomeSpace space, int property, Lamp after) {
        String title = title(space, property);
        String words = switch (after) {
            case CERTAIN -> title + " cannot be avoided after this";
            case POSSIBLE -> "keeps " + title + " possible";
            case IMPOSSIBLE -> title + " impossible after this";
            case UNKNOWN -> title + " unknown after this";
        };
        return new Phrase(words, Tone.of(after, space.properties().get(property)));
    }

    private static String title(OutcomeSpace space, int property) {
        return "\u201c" + PropertyText.title(space.properties().get(property)) + "\u201d";
    }
}
