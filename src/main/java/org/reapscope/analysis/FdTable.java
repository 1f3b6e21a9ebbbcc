package org.reapscope.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Which processes the pidfds of one file table name, as far as it is known. */
final class FdTable {

    /** Whom a pidfd names, and whether it can be nobody else by now. */
    record Named(int process, boolean sure) {}

    /** A child whose clone put a pidfd of unknown number into the table. */
    private record CloneWithPidfd(int task, int process, int row) {}

    private final Map<Integer, Named> named = new HashMap<>();
    private final Map<Integer, List<Reap>> unexplained = new HashMap<>();
    private final List<CloneWithPidfd> clones = new ArrayList<>();

    /** What a forked process begins with. */
    FdTable copy() {
        FdTable copy = new FdTable();
        copy.named.putAll(named);
        copy.clones.addAll(clones);
        return copy;
    }

    @Nullable Named named(int fd) {
        return named.get(fd);
    }

    /** The calls with this pidfd that came before anything told whom it names. */
    List<Reap> unexplained(int fd) {
        return unexplained.computeIfAbsent(fd, key -> new ArrayList<>());
    }

    /** From now on the pidfd names this process. Returns the calls that this explains. */
    List<Reap> bind(int fd, int process, boolean sure) {
        named.put(fd, new Named(process, sure));
        List<Reap> explained = unexplained.remove(fd);
        return explained == null ? List.of() : explained;
    }

    /** The number is another file's from now on, or nobody's. */
    void forget(int fd) {
        named.remove(fd);
        unexplained.remove(fd);
    }

    void copy(int fd, int to) {
        Named name = named.get(fd);
        forget(to);
        if (name != null) {
            named.put(to, name);
        }
    }

    /** Pidfds of other processes than this one may have been closed and their numbers used again: none is known any more. */
    void forgetAllBut(int process) {
        named.values().removeIf(name -> name.process() != process);
        unexplained.clear();
    }

    void cloned(int task, int process, int row) {
        clones.add(new CloneWithPidfd(task, process, row));
    }

    /** The child that alone was cloned with a pidfd before the row and is named by no known number; -1 if there is none or several. */
    int onlyUnboundClone(int row) {
        if (clones.isEmpty()) {
            return -1;
        }
        List<CloneWithPidfd> unbound = clones.stream().filter(clone -> clone.row < row
                && named.values().stream().noneMatch(name -> name.process() == clone.process)).toList();
        return unbound.size() == 1 ? unbound.getFirst().task : -1;
    }
}
