/*
 * kswapd evicts clean page cache. Left out: everything but that.
 * Read from: mm/vmscan.c (6.18).
 */

void kswapd(void)
{
        balance_pgdat();
        shrink_inactive_list();
        /** looks whether there is more to do */
W3:     current->at_table = 0;                                  // goes on or sleeps
        goto W1;
}

static void balance_pgdat(void)
{
        /** wakes: {free_pages()} pages are free and {cache_pages()} only cached */
        /* On whatever CPU it finds, behind whatever it was doing: freeing by kswapd comes later, never at once. */
W1:     await((!low_watermark || free_pages() < low_watermark) && exists_pt(t, t->present && t->pages == CACHE), INTERRUPTIBLE);        // wakes: memory is low
        current->at_table = first_pt(t, t->present && t->pages == CACHE);
        cost(WAKE);
}

static void shrink_inactive_list(void)
{
        /** evicts the pages of {current->at_table} from the page cache */
W2:     current->at_table->pages = FREE;                        // evicts clean pages
        current->at_table->freed_by = current;
        cost(FREE_PAGE, current->at_table->nr_pages);
        trace_mm_filemap_delete_from_page_cache(current->at_table);
}
