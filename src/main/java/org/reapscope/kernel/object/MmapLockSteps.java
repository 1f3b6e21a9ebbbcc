package org.reapscope.kernel.object;

import static org.reapscope.kernel.MicroStep.after;
import static org.reapscope.kernel.MicroStep.step;
import static org.reapscope.kernel.object.MmFields.MMAP_LOCK;

import org.reapscope.kernel.Cost;
import org.reapscope.kernel.Lock;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.Preempt;
import org.reapscope.kernel.Wait;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;

/**
 * Steps that take and give back an mmap_lock, with their tracepoints. Taking it is one step if the lock is to be had at
 * once and two otherwise: joining the queue, and going on when one's turn has come. The second one is called as the first
 * with a {@code w} behind it.
 */
public final class MmapLockSteps {

    private MmapLockSteps() {}

    /** {@code mmap_read_lock}, first step. */
    public static MicroStep.Builder readLock(String id, String function, Expr mm) {
        Expr reads = MMAP_LOCK.isReader(mm);
        return step(id, function).title("mmap_read_lock")
                .says("asks for mmap_lock of {0:mm} to read: {1'} (1 = reads, 0 = queued behind a writer)", mm,
                        reads)
                .why("A reader gets in at once only if no writer has the lock and nobody waits, or if it would be the "
                        + "only reader and no handoff is promised. So one waiting writer holds up every later reader.")
                .does(MMAP_LOCK.readOrQueue(mm))
                .locks(MMAP_LOCK, mm, Lock.Mode.READ, Lock.Act.ACQUIRE_OR_QUEUE)
                .jump(reads, after(id + "w"))
                .costs(Cost.Kind.ATOMIC)
                .traces(TraceCalls.startLocking(mm, false),
                        TraceCalls.acquireReturned(mm, false, Expr.TRUE).onlyIf(reads),
                        TraceCalls.contentionBegin(mm, false).onlyIf(reads.not()));
    }

    /** {@code mmap_read_lock}, second step: the lock was granted by whoever gave it back. */
    public static MicroStep.Builder readLockWait(String id, String function, Expr mm) {
        return step(id + "w", function).title("wait for mmap_lock (read)")
                .says("was granted mmap_lock of {0:mm} and goes on", mm)
                .when(MMAP_LOCK.isReader(mm), Wait.UNINTERRUPTIBLE)
                .locks(MMAP_LOCK, mm, Lock.Mode.READ, Lock.Act.ACQUIRE_QUEUED)
                .preempt(Preempt.MAY_SLEEP)
                .traces(TraceCalls.contentionEnd(mm), TraceCalls.acquireReturned(mm, false, Expr.TRUE));
    }

    /** The second step of {@code mmap_read_lock_killable}: goes to {@code killed} without the lock on a fatal signal. */
    public static MicroStep.Builder readLockKillableWait(String id, String function, Expr mm, String killed) {
        Expr reads = MMAP_LOCK.isReader(mm);
        return step(id + "w", function).title("wait for mmap_lock (read, killable)")
                .says("wakes from waiting for mmap_lock of {0:mm} (1 = reads now, 0 = killed: {1'})", mm, reads)
                .when(reads.or(TaskFields.PENDING_KILL.at(Expr.SELF).ne(0)), Wait.KILLABLE)
                .does(Effect.when(reads.not(), MMAP_LOCK.giveUp(mm), java.util.List.of()))
                .locks(MMAP_LOCK, mm, Lock.Mode.READ, Lock.Act.ACQUIRE_QUEUED)
                .jump(reads.not(), killed)
                .preempt(Preempt.MAY_SLEEP)
                .traces(TraceCalls.contentionEnd(mm), TraceCalls.acquireReturned(mm, false, reads));
    }

    /** {@code mmap_read_trylock}; goes to {@code failed} without the lock. */
    public static MicroStep.Builder readTrylock(String id, String function, Expr mm, String failed) {
        Expr reads = MMAP_LOCK.isReader(mm);
        return step(id, function).title("mmap_read_trylock")
                .says("tries mmap_lock of {0:mm} without waiting: {1'} (1 = got it)", mm, reads)
                .does(Effect.when(MMAP_LOCK.admitsTryReader(mm), MMAP_LOCK.read(mm)))
                .locks(MMAP_LOCK, mm, Lock.Mode.READ, Lock.Act.TRY)
                .jump(reads.not(), failed)
                .costs(Cost.Kind.ATOMIC)
                .traces(TraceCalls.startLocking(mm, false), TraceCalls.acquireReturned(mm, false, reads));
    }

    /** {@code mmap_read_unlock}. */
    public static MicroStep.Builder readUnlock(String id, String function, Expr mm) {
        return step(id, function).title("mmap_read_unlock")
                .says("gives mmap_lock of {0:mm} back", mm)
                .does(MMAP_LOCK.readUnlock(mm))
                .locks(MMAP_LOCK, mm, Lock.Mode.READ, Lock.Act.RELEASE)
                .costs(Cost.Kind.ATOMIC)
                .traces(TraceCalls.released(mm, false));
    }

    /** {@code mmap_write_lock}, first step. */
    public static MicroStep.Builder writeLock(String id, String function, Expr mm) {
        Expr writes = MMAP_LOCK.isWriter(mm);
        return step(id, function).title("mmap_write_lock")
                .says("asks for mmap_lock of {0:mm} to write: {1'} (1 = writes, 0 = queued)", mm, writes)
                .why("The writer has to wait for every reader, and from the moment it waits no new reader gets in.")
                .does(MMAP_LOCK.writeOrQueue(mm))
                .locks(MMAP_LOCK, mm, Lock.Mode.WRITE, Lock.Act.ACQUIRE_OR_QUEUE)
                .jump(writes, after(id + "w"))
                .costs(Cost.Kind.ATOMIC)
                .traces(TraceCalls.startLocking(mm, true),
                        TraceCalls.acquireReturned(mm, true, Expr.TRUE).onlyIf(writes),
                        TraceCalls.contentionBegin(mm, true).onlyIf(writes.not()));
    }

    /** {@code mmap_write_lock}, second step. */
    public static MicroStep.Builder writeLockWait(String id, String function, Expr mm) {
        return step(id + "w", function).title("wait for mmap_lock (write)")
                .says("the last reader is gone: takes mmap_lock of {0:mm} to write", mm)
                .when(MMAP_LOCK.admitsQueuedWriter(mm), Wait.UNINTERRUPTIBLE)
                .does(MMAP_LOCK.writeQueued(mm))
                .locks(MMAP_LOCK, mm, Lock.Mode.WRITE, Lock.Act.ACQUIRE_QUEUED)
                .preempt(Preempt.MAY_SLEEP)
                .traces(TraceCalls.contentionEnd(mm), TraceCalls.acquireReturned(mm, true, Expr.TRUE));
    }

    /** {@code mmap_write_unlock}. */
    public static MicroStep.Builder writeUnlock(String id, String function, Expr mm) {
        return step(id, function).title("mmap_write_unlock")
                .says("gives mmap_lock of {0:mm} back", mm)
                .does(MMAP_LOCK.writeUnlock(mm))
                .locks(MMAP_LOCK, mm, Lock.Mode.WRITE, Lock.Act.RELEASE)
                .costs(Cost.Kind.ATOMIC)
                .traces(TraceCalls.released(mm, true));
    }
}
