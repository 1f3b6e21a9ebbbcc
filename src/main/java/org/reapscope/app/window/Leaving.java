package org.reapscope.app.window;

import java.util.concurrent.Callable;

import org.reapscope.export.Document;
import org.reapscope.export.Table;

/**
 * A document as it stands now, ready to leave the program.
 *
 * @param kind what formats are asked about
 * @param name what a file made of it is called, without an ending
 * @param table which of its tables is meant
 * @param document makes it; off the JavaFX thread
 */
record Leaving(Document.Kind kind, String name, Table table, Callable<Document> document) {}
