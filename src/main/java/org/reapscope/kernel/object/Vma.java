package org.reapscope.kernel.object;

/**
 * A VMA of the scenario.
 *
 * @param index among all VMAs
 * @param mm the address space
 * @param name as in /proc/PID/maps, or what it is for
 * @param kind what it maps
 * @param start first address
 * @param end address after the last one
 * @param firstTable its first page-table slot
 * @param tables how many slots it has
 */
public record Vma(int index, int mm, String name, VmaKind kind, long start, long end, int firstTable, int tables) {}
