package org.reapscope.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/** Makes a {@link Finding} whose time range is that of its events unless {@link #lasting} says otherwise. */
public final class FindingBuilder {

    private final FindingKind kind;
    private final Severity severity;
    private final Set<Integer> tasks = new LinkedHashSet<>();
    private final TreeSet<Moment> events = new TreeSet<>();
    private final List<String> commands = new ArrayList<>();
    private @Nullable Kill kill;
    private Certainty certainty = Certainty.CERTAIN;
    private @Nullable Long startNs;
    private @Nullable Long endNs;

    public FindingBuilder(FindingKind kind, Severity severity) {
        this.kind = kind;
        this.severity = severity;
    }

    /** The tasks concerned, the first being the one whose lane shows the finding; ids below 0 are left out. */
    public FindingBuilder tasks(int... ids) {
        for (int id : ids) {
            if (id >= 0) {
                tasks.add(id);
            }
        }
        return this;
    }

    /** Events behind it; nulls are left out. */
    public FindingBuilder events(@Nullable Moment... moments) {
        for (Moment moment : moments) {
            if (moment != null) {
                events.add(moment);
            }
        }
        return this;
    }

    /** The time range, where it is not that of the events. */
    public FindingBuilder lasting(long fromNs, long toNs) {
        startNs = fromNs;
        endNs = toNs;
        return this;
    }

    /** The kill that it is about; null for none in particular. */
    public FindingBuilder kill(@Nullable Kill about) {
        kill = about;
        return this;
    }

    /** Shell commands that would record what is missing. */
    public FindingBuilder recordWith(Collection<String> lines) {
        commands.addAll(lines);
        return this;
    }

    public FindingBuilder certainty(Certainty value) {
        certainty = value;
        return this;
    }

    /** The finding, with this sentence. */
    public Finding says(String text) {
        long first = startNs != null ? startNs : events.isEmpty() ? 0 : events.first().ns();
        long last = endNs != null ? endNs : events.isEmpty() ? first : events.last().ns();
        return new Finding(kind, severity, first, last, tasks.stream().toList(), certainty, text, kill,
                commands, events.stream().map(Moment::row).toList());
    }
}
