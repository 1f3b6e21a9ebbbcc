package org.reapscope.trace;

/** Puts rows into time order; rows with the same time keep their order. Bottom-up merge sort over row numbers. */
final class StableOrder {

    private StableOrder() {}

    static int[] byTime(Columns columns) {
        int n = columns.size();
        int[] from = new int[n];
        int[] to = new int[n];
        for (int i = 0; i < n; i++) {
            from[i] = i;
        }
        for (long width = 1; width < n; width *= 2) {
            for (long low = 0; low < n; low += 2 * width) {
                merge(columns, from, to, (int) low, (int) Math.min(low + width, n), (int) Math.min(low + 2 * width, n));
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static void merge(Columns columns, int[] from, int[] to, int low, int middle, int high) {
        int left = low;
        int right = middle;
        for (int i = low; i < high; i++) {
            boolean takeLeft = left < middle
                    && (right >= high || columns.tsNs(from[left]) <= columns.tsNs(from[right]));
            to[i] = takeLeft ? from[left++] : from[right++];
        }
    }
}
