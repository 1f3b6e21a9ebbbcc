package org.reapscope.kernel.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import com.github.difflib.patch.PatchFailedException;
import com.github.difflib.patch.VerifyChunk;

/**
 * A change of kernel text: a unified diff with a mail's head, as {@code git format-patch} writes one.
 *
 * @param name of its file, for complaints
 * @param head the fields of its head, {@code Subject} and others, in their order
 * @param message what stands between the head and the first file
 * @param files the change of each file, by its path
 */
public record TextPatch(String name, Map<String, String> head, String message, Map<String, Patch<String>> files) {

    /** Lines of a hunk's beginning and end that may be different. */
    private static final int FUZZ = 2;
    private static final int CONTEXT = 3;
    private static final Pattern FIELD = Pattern.compile("([A-Z][A-Za-z-]*): (.*)");
    private static final String FROM = "--- ";
    private static final String TO = "+++ ";
    private static final String NOTHING = "/dev/null";

    public TextPatch {
        head = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(head));
        files = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /**
     * Reads one.
     *
     * @throws TextPatchException if there is no diff in it
     */
    public static TextPatch read(String name, String text) {
        List<String> lines = text.lines().toList();
        Map<String, String> head = new LinkedHashMap<>();
        int at = 0;
        while (at < lines.size() && FIELD.matcher(lines.get(at)) instanceof Matcher field && field.matches()) {
            head.merge(field.group(1), field.group(2), (one, other) -> one + "\n" + other);
            at++;
        }
        int body = at;
        while (at < lines.size() && !lines.get(at).startsWith(FROM)) {
            at++;
        }
        if (at == lines.size()) {
            throw new TextPatchException(name + ": there is no diff in it; expected a line that begins with '--- a/' before the change of a file");
        }
        String message = String.join("\n", lines.subList(body, at)).strip();
        Map<String, Patch<String>> files = new LinkedHashMap<>();
        while (at < lines.size()) {
            int end = at + 1;
            while (end < lines.size() && !lines.get(end).startsWith(FROM)) {
                end++;
            }
            files.put(path(name, lines, at), UnifiedDiffUtils.parseUnifiedDiff(new ArrayList<>(lines.subList(at, end))));
            at = end;
        }
        return new TextPatch(name, head, message, files);
    }

    private static String path(String name, List<String> lines, int at) {
        if (at + 1 >= lines.size() || !lines.get(at + 1).startsWith(TO)) {
            throw new TextPatchException(name + ":" + (at + 2) + ": expected '+++ b/' and the file behind '--- a/'");
        }
        String to = file(lines.get(at + 1), TO);
        return to.equals(NOTHING) ? file(lines.get(at), FROM) : to;
    }

    private static String file(String line, String mark) {
        return line.substring(mark.length()).replaceFirst("\\t.*", "").replaceFirst("^[ab]/", "");
    }

    /**
     * The tree with this change made.
     *
     * @throws TextPatchException if a hunk does not fit; says which, and what is there instead
     */
    public KernelTree applied(KernelTree tree) {
        Map<String, String> changed = new TreeMap<>(tree.files());
        files.forEach((path, patch) -> {
            List<String> was = tree.files().getOrDefault(path, "").lines().toList();
            if (was.isEmpty() && patch.getDeltas().stream().anyMatch(hunk -> hunk.getSource().size() > 0)) {
                throw refused(path, was, patch);
            }
            try {
                List<String> is = patch.applyFuzzy(was, fuzz(patch));
                if (is.isEmpty()) {
                    changed.remove(path);
                } else {
                    changed.put(path, String.join("\n", is) + "\n");
                }
            } catch (PatchFailedException e) {
                throw refused(path, was, patch);
            }
        });
        return new KernelTree(changed);
    }

    /** How many lines around may differ: none where a hunk is so short that what it changes would be among them. */
    private static int fuzz(Patch<String> patch) {
        return patch.getDeltas().stream().allMatch(hunk -> hunk.getSource().size() > 2 * CONTEXT) ? FUZZ : 0;
    }

    private TextPatchException refused(String path, List<String> was, Patch<String> patch) {
        if (was.isEmpty()) {
            return new TextPatchException(name + ": it changes " + path + ", which there is not in this tree");
        }
        int number = 0;
        for (AbstractDelta<String> hunk : patch.getDeltas()) {
            number++;
            List<String> wanted = hunk.getSource().getLines();
            int at = hunk.getSource().getPosition();
            if (fits(hunk, was)) {
                continue;
            }
            for (int i = 0; i < wanted.size(); i++) {
                String there = at + i < was.size() ? was.get(at + i) : "";
                if (!there.equals(wanted.get(i))) {
                    return new TextPatchException(name + ": hunk " + number + " of " + path + " does not fit at line " + (at + i + 1) + "; expected\n    " + wanted.get(i)
                            + "\nbut there is\n    " + there);
                }
            }
        }
        return new TextPatchException(name + ": the hunks of " + path + " do not fit together");
    }

    private static boolean fits(AbstractDelta<String> hunk, List<String> was) {
        try {
            return hunk.getSource().verifyChunk(was) == VerifyChunk.OK;
        } catch (PatchFailedException e) {
            return false;
        }
    }

    /** What makes one tree of another, as a unified diff; empty if they are equal. */
    public static String between(KernelTree from, KernelTree to) {
        Set<String> paths = new TreeSet<>(from.files().keySet());
        paths.addAll(to.files().keySet());
        return paths.stream().flatMap(path -> {
            List<String> was = from.files().getOrDefault(path, "").lines().toList();
            List<String> is = to.files().getOrDefault(path, "").lines().toList();
            return UnifiedDiffUtils.generateUnifiedDiff(was.isEmpty() ? NOTHING : "a/" + path, is.isEmpty() ? NOTHING : "b/" + path, was, DiffUtils.diff(was, is), CONTEXT).stream();
        }).map(line -> line + "\n").collect(Collectors.joining());
    }
}
