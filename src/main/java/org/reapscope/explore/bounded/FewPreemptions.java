package org.reapscope.explore.bounded;

import java.util.List;
import java.util.Optional;

import org.reapscope.explore.Answer;
import org.reapscope.explore.Explorer;
import org.reapscope.explore.Report;
import org.reapscope.explore.Verdict;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.property.Property;
import org.reapscope.explore.witness.CheapestFirst;
import org.reapscope.explore.witness.CheapestFirst.Bounded;
import org.reapscope.explore.witness.Witness;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MachineSpec;

/** Every schedule with at most so many preemptions: most races need one or two. */
public final class FewPreemptions {

    private FewPreemptions() {}

    /**
     * Looks at every schedule with at most so many preemptions, fewest first. Never exact: nothing is said to be impossible.
     *
     * @param properties as text; numbers and steps are not answered
     * @throws org.reapscope.explore.property.PropertyException if a property cannot be understood
     * @throws org.reapscope.base.job.Cancelled if the listener says so
     */
    public static Report explore(MachineSpec spec, List<String> properties, int preemptions, Budget budget,
            Status.Listener listener) {
        List<Property> parsed = Explorer.parse(properties, spec);
        Machine machine = spec.withFacts(Explorer.facts(parsed, spec)).build();
        Bounded found = CheapestFirst.upTo(preemptions, machine, budget, listener);
        List<Answer> answers = parsed.stream().map(p -> answer(p, machine, found)).toList();
        return new Report(false, Report.Method.PREEMPTION_BOUNDED, words(preemptions, found), found.nodes(),
                found.transitions(), found.depth(), found.ends(), List.of(), answers);
    }

    private static String words(int asked, Bounded found) {
        int complete = found.completeUpTo();
        String upTo = switch (complete) {
            case -1 -> "not even all schedules without preemption were looked at";
            case 0 -> "complete for schedules without preemption";
            case 1 -> "complete up to 1 preemption";
            default -> "complete up to " + complete + " preemptions";
        };
        return complete < asked ? upTo + (found.ended() ? ", then the search was ended" : ", then memory ran out") : upTo;
    }

    /** A shortest schedule is not looked for: it may need more preemptions than were allowed. */
    private static Answer answer(Property p, Machine machine, Bounded found) {
        Optional<Witness> calm = p.kind() == Property.Kind.DEADLOCK ? found.deadlock()
                : p.isAboutEver() ? found.witnesses().get(machine.fact(p.fact())) : Optional.empty();
        return new Answer(p, calm.isPresent() ? Verdict.POSSIBLE : Verdict.UNKNOWN, null, null, null, calm.orElse(null));
    }
}
