package org.reapscope.trace.format;

import static org.reapscope.trace.format.Arguments.ABSENT;

import org.reapscope.trace.MmTable;
import org.reapscope.trace.Payload;
import org.reapscope.trace.RssMember;
import org.reapscope.trace.TraceBuilder;
import org.reapscope.trace.Tracepoint;

/** The arguments of rss_stat, the mmap_lock events and exit_mmap. */
final class MmDecoder {

    private static final byte[] MM_ID = Ascii.bytes("mm_id");
    private static final byte[] CURR = Ascii.bytes("curr");
    private static final byte[] TYPE = Ascii.bytes("type");
    private static final byte[] MEMBER = Ascii.bytes("member");
    private static final byte[] SIZE = Ascii.bytes("size");
    private static final byte[] MM = Ascii.bytes("mm");
    private static final byte[] MEMCG_ID = Ascii.bytes("memcg_id");
    private static final byte[] WRITE = Ascii.bytes("write");
    private static final byte[] SUCCESS = Ascii.bytes("success");

    private static final int TYPE_INITIAL = "MM_".length();

    private final Decoder decoder;
    private final MmTable mms;
    private final MmLinks links;
    private final ForkedMms forked = new ForkedMms();

    MmDecoder(Decoder decoder, TraceBuilder builder) {
        this.decoder = decoder;
        mms = builder.mms();
        links = new MmLinks(mms);
    }

    boolean rssStat(int task, Arguments a) {
        long id = a.number(MM_ID);
        long curr = a.number(CURR);
        int member = a.seek(TYPE) ? member(a) : memberNumber(a);
        long size = a.number(SIZE);
        if (id == ABSENT || member < 0 || size == ABSENT) {
            return false;
        }
        links.counted(task, id);
        return decoder.set(mms.byRssId(id), Payload.rss(RssMember.of(member), size, curr == 1));
    }

    boolean mmapLock(Tracepoint tracepoint, int task, Arguments a) {
        long pointer = a.hex(MM);
        if (pointer == ABSENT) {
            return false;
        }
        long memcg = a.number(MEMCG_ID);
        long write = a.number(WRITE);
        if (write == ABSENT) {
            return false;
        }
        boolean success = tracepoint != Tracepoint.MMAP_LOCK_ACQUIRE_RETURNED || a.number(SUCCESS) != 0;
        if (forked.born(tracepoint, task, pointer, write == 1)) {
            mms.born(pointer);
        }
        int mm = mms.byPointer(pointer, task, tracepoint == Tracepoint.MMAP_LOCK_START_LOCKING,
                tracepoint == Tracepoint.MMAP_LOCK_RELEASED || !success);
        links.locked(tracepoint, task, mm, pointer, success);
        return decoder.set(mm, Payload.mmapLock(write == 1, success, memcg == ABSENT ? -1 : memcg));
    }

    boolean exitMmap(Arguments a) {
        long pointer = a.hex(MM);
        return decoder.set(pointer == ABSENT ? -1 : mms.byPointer(pointer), 0);
    }

    /** {@code MM_FILEPAGES} and its like, told by their fourth letter. */
    private static int member(Arguments a) {
        int initial = a.position() + TYPE_INITIAL;
        if (initial + 1 >= a.to) {
            return -1;
        }
        return switch (a.b[initial]) {
            case 'F' -> RssMember.MM_FILEPAGES.ordinal();
            case 'A' -> RssMember.MM_ANONPAGES.ordinal();
            case 'S' -> a.b[initial + 1] == 'W' ? RssMember.MM_SWAPENTS.ordinal() : RssMember.MM_SHMEMPAGES.ordinal();
            default -> -1;
        };
    }

    private static int memberNumber(Arguments a) {
        long number = a.number(MEMBER);
        return number >= 0 && number < RssMember.values().length ? (int) number : -1;
    }
}
