package org.reapscope.app.window;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import javafx.beans.binding.BooleanBinding;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;

import org.reapscope.app.picture.Png;
import org.reapscope.base.file.FileName;
import org.reapscope.base.file.OutputFile;
import org.reapscope.document.session.SessionFile;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.command.Command;
import org.reapscope.ui.kit.Messages;

/** Commands that write files: sessions and pictures. */
final class SaveCommands {

    private final AppContext context;
    private final SessionKeeper keeper;
    private final Banners banners;
    private final DocumentTabs documents;
    private final StackPane root;

    SaveCommands(AppContext context, SessionKeeper keeper, Banners banners, DocumentTabs documents, StackPane root) {
        this.documents = documents;
        this.context = context;
        this.keeper = keeper;
        this.banners = banners;
        this.root = root;
    }

    void bind() {
        BooleanBinding open = context.captures().selected().isNotNull();
        context.commands().bind(Command.SAVE_SESSION, open, () -> withFront(m -> keeper.fileOf(m)
                .ifPresentOrElse(f -> keeper.save(m, f, false), () -> saveAs(m, false))));
        context.commands().bind(Command.SAVE_SESSION_AS, open, () -> withFront(m -> saveAs(m, false)));
        context.commands().bind(Command.SAVE_SESSION_WITH_EXCERPT, open, () -> withFront(m -> saveAs(m, true)));
        context.commands().bind(Command.SAVE_PICTURE, this::savePicture);
    }

    private void saveAs(CaptureModel model, boolean withExcerpt) {
        String name = model.file().getFileName().toString();
        choose("session.save-title", "session.files", "*" + SessionFile.ENDING, FileName.of(name, SessionFile.ENDING),
                Optional.ofNullable(model.file().getParent())).ifPresent(f -> keeper.save(model, f, withExcerpt));
    }

    private void savePicture() {
        int width = (int) root.getWidth();
        int height = (int) root.getHeight();
        WritableImage image = root.snapshot(new SnapshotParameters(), new WritableImage(width, height));
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        choose("picture.save-title", "picture.files", "*.png", "reapscope.png", Optional.empty())
                .ifPresent(file -> {
                    List<Path> open = documents.files();
                    context.jobs().start(job -> {
                        OutputFile.of(file, open).write(Png.encode(width, height, pixels));
                        return file;
                    }, saved -> banners.tell(Messages.text("picture.saved", saved)), e -> banners.notWritten("session.not-saved", file, e));
                });
    }

    private Optional<Path> choose(String titleKey, String filesKey, String pattern, String name, Optional<Path> folder) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text(titleKey));
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Messages.text(filesKey), pattern));
        folder.map(Path::toFile).filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        return Optional.ofNullable(chooser.showSaveDialog(root.getScene().getWindow())).map(File::toPath);
    }

    private void withFront(Consumer<CaptureModel> act) {
        CaptureModel front = context.captures().selected().get();
        if (front != null) {
            act.accept(front);
        }
    }
}
