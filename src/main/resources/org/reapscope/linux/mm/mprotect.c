/*
 * A thread of the victim changes its VMAs: a writer of mmap_lock.
 * Read from: mm/mprotect.c (6.18).
 */

void mprotect(void)
{
        do_mprotect_pkey();
}

static void do_mprotect_pkey(void)
{
N1:     mmap_write_lock(own_mm());
        mprotect_fixup();
N3:     mmap_write_unlock(own_mm());
}

static void mprotect_fixup(void)
{
        /** changes a VMA of {own_mm()} */
N2:     cost(VMA_WALK);                                         // changes a VMA
}
