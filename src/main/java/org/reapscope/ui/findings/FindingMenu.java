package org.reapscope.ui.findings;

import java.util.ArrayList;
import java.util.List;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import org.reapscope.analysis.Finding;
import org.reapscope.analysis.sentence.FindingText;
import org.reapscope.picture.Framing;
import org.reapscope.picture.KillScene;
import org.reapscope.picture.KillScenes;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.command.Command;
import org.reapscope.ui.command.CommandMenus;
import org.reapscope.ui.kit.RowMenu;

/** What can be done with a finding. */
final class FindingMenu {

    private final FindingsController pane;
    private final CommandMenus menus;

    FindingMenu(FindingsController pane, CommandMenus menus) {
        this.pane = pane;
        this.menus = menus;
    }

    ContextMenu of(Finding finding) {
        return new ContextMenu(entries(finding).toArray(MenuItem[]::new));
    }

    List<MenuItem> entries(Finding finding) {
        List<MenuItem> entries = new ArrayList<>();
        CaptureModel capture = pane.capture();
        Trace trace = capture.trace().get();
        Lanes lanes = capture.lanes().get();
        if (!finding.rows().isEmpty()) {
            entries.add(RowMenu.item("findings.jump", () -> pane.jump(finding)));
        }
        if (trace != null && lanes != null && !capture.kills().isEmpty() && !finding.tasks().isEmpty()) {
            KillScene kill = new KillScenes(lanes, capture.kills(), capture.snapshot().get()).of(finding);
            entries.add(RowMenu.item("findings.focus-kill", () -> {
                FindingJump.select(capture, finding);
                capture.view().set(Framing.of(kill, finding, trace));
            }));
        }
        entries.add(RowMenu.item(pane.isOpen(finding) ? "findings.close-details" : "findings.open-details", () -> pane.toggle(finding)));
        entries.add(new SeparatorMenuItem());
        if (trace != null) {
            entries.add(RowMenu.copy("findings.copy", () -> FindingText.copy(trace, finding)));
            List<String> advised = finding.commands();
            if (!advised.isEmpty()) {
                entries.add(RowMenu.copy("findings.copy-commands", () -> String.join("\n", advised) + "\n"));
            }
        }
        entries.add(RowMenu.after(() -> FindingJump.select(capture, finding), menus.item(Command.COPY_AS_MAIL)));
        entries.add(new SeparatorMenuItem());
        entries.add(RowMenu.after(() -> FindingJump.select(capture, finding), menus.item(Command.NOTE)));
        entries.add(menus.item(Command.ENLARGE_TABLES));
        return entries;
    }
}
