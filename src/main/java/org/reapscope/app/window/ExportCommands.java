package org.reapscope.app.window;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.TabPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;

import org.reapscope.app.picture.SheetPicture;
import org.reapscope.base.file.FileName;
import org.reapscope.base.file.OutputFile;
import org.reapscope.export.Exhibit;
import org.reapscope.export.Exporter;
import org.reapscope.export.RunExhibit;
import org.reapscope.export.RunTable;
import org.reapscope.export.Style;
import org.reapscope.export.Table;
import org.reapscope.export.TraceDiagram;
import org.reapscope.export.picture.Sheet;
import org.reapscope.export.report.HandoutPdf;
import org.reapscope.kernel.Machine;
import org.reapscope.lesson.handout.Handouts;
import org.reapscope.picture.Palette;
import org.reapscope.scenario.Scenario;
import org.reapscope.trace.Trace;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.CaptureExhibit;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.command.Command;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.run.RunModel;
import org.reapscope.ui.run.RunPaneController;

/** Commands that take what is in front out of the program: the capture, or the run up to where it stands. */
final class ExportCommands {

    /** Makes the content of a file; off the JavaFX thread. */
    @FunctionalInterface
    private interface Writing {
        byte[] of(Exhibit exhibit, Style style) throws Exception;
    }

    private static final int HANDOUT_WIDTH = 760;

    private final AppContext context;
    private final CaptureTabs captures;
    private final RunTabs runs;
    private final Banners banners;
    private final OpenDocuments documents;
    private final StackPane root;

    ExportCommands(AppContext context, CaptureTabs captures, RunTabs runs, Banners banners, OpenDocuments documents, StackPane root) {
        this.documents = documents;
        this.context = context;
        this.captures = captures;
        this.runs = runs;
        this.banners = banners;
        this.root = root;
    }

    /** @param tabs of captures and runs; something can be exported while one is open */
    void bind(TabPane tabs) {
        BooleanBinding open = Bindings.isNotEmpty(tabs.getTabs());
        context.commands().bind(Command.COPY_AS_MAIL, open, this::copyAsMail);
        file(open, Command.EXPORT_SVG, "svg", written("svg"));
        file(open, Command.EXPORT_PDF, "pdf", written("pdf"));
        file(open, Command.EXPORT_PNG_2X, "png", png(2));
        file(open, Command.EXPORT_PNG_4X, "png", png(4));
        file(open, Command.EXPORT_REPORT, "html", written("html"));
        file(open, Command.EXPORT_PERFETTO, "perfetto.json", written("perfetto"));
        file(open, Command.EXPORT_EXCERPT, "txt", written("excerpt"));
        context.commands().bind(Command.EXPORT_HANDOUT, runs.front().isNotNull(), this::handout);
        context.commands().bind(Command.EXPORT_TABLE, open, () -> export("csv", written("csv")));
    }

    private void file(BooleanBinding open, Command command, String ending, Writing writing) {
        context.commands().bind(command, open, () -> export(ending, writing));
    }

    private static Writing written(String format) {
        return (exhibit, style) -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Exporter.named(format).orElseThrow().write(exhibit, style, bytes);
            return bytes.toByteArray();
        };
    }

    private static Writing png(int scale) {
        return (exhibit, style) -> SheetPicture.png(new Sheet(exhibit.sheet(), style.palette(), style.width(), scale));
    }

    private Style style() {
        String theme = context.preferences().settings().get().theme().name().toLowerCase(Locale.ROOT);
        Table table = captures.inFront().map(CapturePaneController::tableInFront).orElse(Table.FINDINGS);
        return new Style(Palette.named(theme), Style.WIDTH, table);
    }

    private void export(String ending, Writing writing) {
        Optional<RunModel> run = runs.inFront().map(RunPaneController::model);
        Style style = style();
        if (run.isPresent()) {
            RunModel model = run.get();
            Scenario scenario = model.scenario();
            Machine machine = model.machine();
            int[] path = model.tree().path(model.node());
            choose(FileName.of(scenario.id(), "." + ending), ending).ifPresent(target -> save(target, () -> ofRun(scenario, machine, path, ending, writing, style)));
            return;
        }
        CaptureModel capture = context.captures().selected().get();
        Optional<Exhibit> exhibit = capture == null ? Optional.empty() : CaptureExhibit.of(capture);
        if (capture == null || exhibit.isEmpty()) {
            banners.complain(Messages.text("export.not-yet"));
            return;
        }
        choose(FileName.of(capture.file().getFileName().toString(), "." + ending), ending).ifPresent(target -> {
            save(target, () -> writing.of(exhibit.get(), style));
            Optional<String> leftOut = ending.equals("csv") ? style.table().leftOut(exhibit.get()) : Optional.empty();
            leftOut.ifPresent(banners::tell);
        });
    }

    private void handout() {
        runs.inFront().map(RunPaneController::model).ifPresent(model -> {
            Scenario scenario = model.scenario();
            Machine machine = model.machine();
            int[] path = model.tree().path(model.node());
            Style paper = new Style(Palette.named("print"), HANDOUT_WIDTH, Table.FINDINGS);
            choose(FileName.of(scenario.id(), ".handout.pdf"), "pdf")
                    .ifPresent(target -> save(target, () -> HandoutPdf.bytes(Handouts.of(scenario, machine, path), paper)));
        });
    }

    private static byte[] ofRun(Scenario scenario, Machine machine, int[] path, String ending, Writing writing, Style style) throws Exception {
        if (ending.equals("csv")) {
            StringBuilder text = new StringBuilder();
            RunTable.write(machine, path, scenario.cpus(), text);
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
        return writing.of(RunExhibit.of(scenario, machine, path).exhibit(), style);
    }

    /** Content that takes time to make. */
    @FunctionalInterface
    private interface Content {
        byte[] make() throws Exception;
    }

    private void save(Path target, Content content) {
        banners.tell(Messages.text("export.writing", target.getFileName()));
        List<Path> open = documents.all();
        context.jobs().start(job -> {
            OutputFile file = OutputFile.of(target, open);
            file.write(content.make());
            return target;
        }, saved -> {
            banners.remove(Messages.text("export.writing", target.getFileName()));
            banners.tell(Messages.text("export.saved", saved));
        },
                e -> {
                    banners.remove(Messages.text("export.writing", target.getFileName()));
                    banners.notWritten("export.failed", target, e);
                });
    }

    private void copyAsMail() {
        Optional<String> mail = runs.inFront().map(RunPaneController::model)
                .map(model -> RunExhibit.mail(model.scenario(), model.machine(), model.tree().path(model.node())))
                .or(() -> Optional.ofNullable(context.captures().selected().get()).flatMap(ExportCommands::mail));
        if (mail.isEmpty()) {
            banners.complain(Messages.text("export.not-yet"));
            return;
        }
        ClipboardContent content = new ClipboardContent();
        content.putString(mail.get());
        Clipboard.getSystemClipboard().setContent(content);
        banners.tell(Messages.text("export.copied", mail.get().lines().count()));
    }

    /** The A-B range where there is one, else the kill that is selected. */
    private static Optional<String> mail(CaptureModel capture) {
        return CaptureExhibit.of(capture).map(exhibit -> {
            Trace trace = exhibit.trace();
            long a = capture.markerA().get();
            long b = capture.markerB().get();
            if (a != CaptureModel.UNSET && b != CaptureModel.UNSET) {
                return TraceDiagram.of(trace, trace.rowAtOrAfter(Math.min(a, b)), trace.rowAtOrAfter(Math.max(a, b) + 1)).toString();
            }
            return (exhibit.kill() == null ? TraceDiagram.of(trace, exhibit.fromRow(), exhibit.toRow()) : TraceDiagram.of(trace, exhibit.kill())).toString();
        });
    }

    private Optional<Path> choose(String name, String ending) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("export.title"));
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("*." + ending, "*." + ending));
        return Optional.ofNullable(chooser.showSaveDialog(root.getScene().getWindow())).map(java.io.File::toPath);
    }
}
