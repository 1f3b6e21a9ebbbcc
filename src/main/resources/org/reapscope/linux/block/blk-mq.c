/*
 * An I/O for which a task sleeps uninterruptibly is done.
 * Read from: block/blk-mq.c (6.18).
 */

void finish_io(struct task_struct *task)
{
        blk_mq_end_request(task);
}

static void blk_mq_end_request(struct task_struct *task)
{
        /** wakes {task} from its uninterruptible sleep */
I1:     task->in_d_state = false;                               // the I/O is done
        cost(DELAY);
}
