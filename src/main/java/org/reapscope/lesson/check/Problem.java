package org.reapscope.lesson.check;

/**
 * Something in a lesson that does not work.
 *
 * @param page the page's number, from 0
 * @param item the id of the question or challenge, or the name that is pointed at; empty if it is the page itself
 * @param text what is wrong, and how to mend it
 */
public record Problem(int page, String item, String text) {}
