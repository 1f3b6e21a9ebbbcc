package org.reapscope.scenario.litmus;

import java.util.List;

/**
 * A small concurrent program: what its threads share, what each has for itself, and what each does, step by step.
 *
 * @param shared variables that every thread sees
 * @param locals variables of which every thread has its own
 * @param locks names of locks, at most one holder each
 * @param threads who runs which program
 * @param programs what can be run
 * @param facts what one may ask of a run
 */
public record Litmus(List<Variable> shared, List<Variable> locals, List<String> locks, List<Runner> threads,
        List<Listing> programs, List<Claim> facts) {

    public Litmus {
        shared = List.copyOf(shared);
        locals = List.copyOf(locals);
        locks = List.copyOf(locks);
        threads = List.copyOf(threads);
        programs = List.copyOf(programs);
        facts = List.copyOf(facts);
    }

    /**
     * A variable holds a whole number from 0 to {@code max}.
     *
     * @param initial its first value
     */
    public record Variable(String name, int initial, int max) {}

    /**
     * A thread.
     *
     * @param runs the name of its program
     */
    public record Runner(String name, String runs) {}

    /** A program: steps in order. */
    public record Listing(String name, List<Step> steps) {

        public Listing {
            steps = List.copyOf(steps);
        }
    }

    /**
     * One indivisible step.
     *
     * @param id its name within the program, where {@code goto} leads
     * @param does statements ({@link Statements}), {@code ;} between
     * @param says the sentence for a person who sees it taken; values in braces as {@code {balance}}, after the step as
     *     {@code {balance'}}; empty for the statements themselves
     * @param why the longer story, or empty
     */
    public record Step(String id, String does, String says, String why) {}

    /**
     * Something that a run may come to: once it held, it counts as having happened.
     *
     * @param when an expression over shared variables, {@code THREAD.local}, {@code done(THREAD)} and {@code at(THREAD, STEP)}
     */
    public record Claim(String name, String when) {}
}
