/*
 * Android's low memory killer: decides by free memory, then one of its pool threads kills and reaps.
 * Read from: lmkd reaper.cpp.
 */

void lmkd_kill(struct signal_struct *target)
{
        find_and_kill_process(target);
L2:     pidfd_send_signal(target);
L3:     process_mrelease(target);
}

static void find_and_kill_process(struct signal_struct *target)
{
        /** memory is short ({enough_free()} = enough): {target} is next */
        /* lmkd sees free memory only. What dying processes still hold does not count, so it may kill one more than was needed. */
L1:     if (!enough_free())                                     // under pressure?
                note_pointless(target);
        cost(SYSCALL);
        if (enough_free())
                goto end;
}
