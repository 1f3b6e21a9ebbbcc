package org.reapscope.kernel;

import static org.reapscope.kernel.expr.Effect.each;
import static org.reapscope.kernel.expr.Effect.when;

import java.util.ArrayList;
import java.util.List;

import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Expr.Var;
import org.reapscope.kernel.expr.Field;

/**
 * A sleeping reader-writer lock with the fairness of {@code kernel/locking/rwsem.c}: a FIFO of waiters; a reader gets in
 * at once only if no writer has it and nobody waits, or steals it if there is no reader and no handoff is promised;
 * whoever gives it back grants it to all waiting readers together if the first waiter is a reader, and leaves it to the
 * first waiter if that is a writer.
 *
 * @param name the kernel's word
 * @param holder 0 or the writing task plus one, for each lock
 * @param readers whether the task reads, for each lock and task
 * @param place 0 or the task's place in the queue, 1 being first, for each lock and task
 * @param wantsWrite whether the queued task wants to write, for each lock and task
 * @param handoff whether the lock is promised to the first waiter, for each lock
 */
public record RwLock(String name, Field holder, Field readers, Field place, Field wantsWrite, Field handoff)
        implements Lock {

    private static final Var READER = new Var("reader", Dim.TASK);
    private static final Var WAITER = new Var("waiter", Dim.TASK);
    private static final Var BEHIND = new Var("behind", Dim.TASK);

    /** A kind of lock, one for each index of {@code dim}. */
    public static RwLock of(String name, Dim dim) {
        return new RwLock(name, Field.optional(name + ".writer", Dim.TASK, dim),
                Field.flag(name + ".reader", dim, Dim.TASK),
                Field.optional(name + ".queue", Dim.TASK, dim, Dim.TASK),
                Field.flag(name + ".wants_write", dim, Dim.TASK), Field.flag(name + ".handoff", dim));
    }

    /** Whether no writer has it. */
    public Expr noWriter(Expr lock) {
        return holder.at(lock).eq(0);
    }

    /** Whether nobody reads. */
    public Expr noReaders(Expr lock) {
        return Expr.forAll(READER, readers.at(lock, READER).eq(0));
    }

    /** Whether nobody waits. */
    public Expr nobodyWaits(Expr lock) {
        return Expr.forAll(WAITER, place.at(lock, WAITER).eq(0));
    }

    /** Whether a writer waits. */
    public Expr writerWaits(Expr lock) {
        return Expr.exists(WAITER, wantsWrite.at(lock, WAITER).ne(0));
    }

    /** Whether the stepping task reads. */
    public Expr isReader(Expr lock) {
        return readers.at(lock, Expr.SELF).ne(0);
    }

    /** Whether the stepping task writes. */
    public Expr isWriter(Expr lock) {
        return holder.at(lock).eq(Expr.SELF.plus(1));
    }

    /** Whether a reader that comes now gets in without waiting. */
    public Expr admitsReader(Expr lock) {
        return noWriter(lock).and(nobodyWaits(lock).or(noReaders(lock).and(handoff.at(lock).eq(0))));
    }

    /** Whether a trylock for reading succeeds now: no writer, no waiter. */
    public Expr admitsTryReader(Expr lock) {
        return noWriter(lock).and(nobodyWaits(lock));
    }

    /** Whether a writer that comes now gets in without waiting. */
    public Expr admitsWriter(Expr lock) {
        return Expr.all(noWriter(lock), noReaders(lock), nobodyWaits(lock).or(handoff.at(lock).eq(0)));
    }

    /** Whether the queued, stepping writer's turn has come. */
    public Expr admitsQueuedWriter(Expr lock) {
        return Expr.all(noWriter(lock), noReaders(lock), place.at(lock, Expr.SELF).eq(1));
    }

    /** Reads at once if admitted, together with readers that wait; queues otherwise. */
    public Effect readOrQueue(Expr lock) {
        List<Effect> enter = new ArrayList<>();
        enter.add(readers.at(lock, Expr.SELF).set(1));
        enter.add(grantReaders(lock));
        return when(admitsReader(lock), enter, join(lock, false));
    }

    /** Reads. */
    public Effect read(Expr lock) {
        return readers.at(lock, Expr.SELF).set(1);
    }

    /** Writes at once if admitted; queues otherwise. */
    public Effect writeOrQueue(Expr lock) {
        return when(admitsWriter(lock), List.of(holder.at(lock).set(Expr.SELF.plus(1))), join(lock, true));
    }

    /** Takes it after having queued for writing. */
    public List<Effect> writeQueued(Expr lock) {
        List<Effect> effects = new ArrayList<>(leave(lock, Expr.SELF));
        effects.add(holder.at(lock).set(Expr.SELF.plus(1)));
        effects.add(handoff.at(lock).set(0));
        return effects;
    }

    /**
     * Stops reading. Nobody has to be let in: where readers hold the lock and somebody waits, a writer is first in the
     * queue, and it takes the lock itself once the last reader has gone.
     */
    public List<Effect> readUnlock(Expr lock) {
        return List.of(readers.at(lock, Expr.SELF).set(0));
    }

    /** Stops writing and lets in whom that admits. */
    public List<Effect> writeUnlock(Expr lock) {
        return List.of(holder.at(lock).set(0), wake(lock));
    }

    /** Leaves the queue without having got the lock. */
    public List<Effect> giveUp(Expr lock) {
        List<Effect> effects = new ArrayList<>(leave(lock, Expr.SELF));
        effects.add(when(nobodyWaits(lock), handoff.at(lock).set(0)));
        return effects;
    }

    private List<Effect> join(Expr lock, boolean toWrite) {
        return List.of(place.at(lock, Expr.SELF).set(Expr.count(WAITER, place.at(lock, WAITER).ne(0)).plus(1)),
                wantsWrite.at(lock, Expr.SELF).set(toWrite ? 1 : 0));
    }

    /** If the first waiter is a reader and no writer has the lock, every waiting reader has it from now on. */
    private Effect wake(Expr lock) {
        Expr firstIsReader = Expr.exists(WAITER,
                place.at(lock, WAITER).eq(1).and(wantsWrite.at(lock, WAITER).eq(0)));
        return when(noWriter(lock).and(firstIsReader), grantReaders(lock), handoff.at(lock).set(0));
    }

    private Effect grantReaders(Expr lock) {
        List<Effect> grant = new ArrayList<>();
        grant.add(readers.at(lock, READER).set(1));
        grant.addAll(leave(lock, READER));
        return new Effect.Each(READER,
                place.at(lock, READER).ne(0).and(wantsWrite.at(lock, READER).eq(0)), grant);
    }

    private List<Effect> leave(Expr lock, Expr task) {
        return List.of(
                each(BEHIND, place.at(lock, BEHIND).gt(place.at(lock, task)), place.at(lock, BEHIND).decrement()),
                place.at(lock, task).set(0), wantsWrite.at(lock, task).set(0));
    }
}
