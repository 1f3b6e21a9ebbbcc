package org.reapscope.analysis.detector;

import java.util.List;
import java.util.stream.Collectors;

import org.reapscope.analysis.Facts;
import org.reapscope.analysis.Holder;
import org.reapscope.analysis.Moment;

/** The words for who held mm_users of a dead process, each for as long as its events show. */
final class HolderWords {

    /** At most so many are named. */
    private static final int NAMED = 4;

    private HolderWords() {}

    static String of(Facts facts, List<Holder> holders, Moment opened, Moment until) {
        String named = holders.stream().limit(NAMED).map(holder -> holder.last() ? last(facts, holder, opened) : other(facts, holder, opened, until))
                .collect(Collectors.joining("; "));
        String more = holders.size() > NAMED ? "; and " + (holders.size() - NAMED) + " more" : "";
        boolean fromTheBegin = holders.stream().anyMatch(holder -> holder.from().row() <= opened.row());
        return named + more + (fromTheBegin ? "" : "; who held it before that, no event shows");
    }

    private static String last(Facts facts, Holder holder, Moment opened) {
        String dropped = holder.label() + " dropped the last reference";
        if (holder.from().equals(holder.to())) {
            return dropped + ", and no event shows since when it had one";
        }
        return holder.from().row() <= opened.row() ? dropped + ", seen with the mm since before"
                : dropped + ", which it was first seen to use " + facts.time(opened.until(holder.from())) + " after, so it had one for "
                        + facts.time(holder.from().until(holder.to())) + " at least";
    }

    private static String other(Facts facts, Holder holder, Moment opened, Moment until) {
        String seen = holder.to().row() < opened.row()
                ? holder.label() + " was seen with the mm last " + facts.time(holder.to().until(opened)) + " before and may have held it"
                : holder.label() + " was seen with it from " + offset(facts, opened, holder.from()) + " to " + offset(facts, opened, holder.to())
                        + " and may have held it";
        Moment atMost = holder.atMost();
        return seen + (atMost == null || !atMost.before(until) ? " to the end" : " until " + offset(facts, opened, atMost));
    }

    private static String offset(Facts facts, Moment opened, Moment moment) {
        return moment.before(opened) ? facts.time(moment.until(opened)) + " before" : "+" + facts.time(opened.until(moment));
    }
}
