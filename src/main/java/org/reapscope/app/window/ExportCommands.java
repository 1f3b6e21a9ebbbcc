package org.reapscope.app.window;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;

import org.reapscope.app.picture.Formats;
import org.reapscope.base.file.FileName;
import org.reapscope.base.file.OutputFile;
import org.reapscope.export.Document;
import org.reapscope.export.Exporter;
import org.reapscope.export.Style;
import org.reapscope.picture.Palette;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.command.Command;
import org.reapscope.ui.command.CommandPalette;
import org.reapscope.ui.kit.Messages;

/** Takes what is in front out of the program, in any format that can be made of it: by menu, by palette, by one key. */
final class ExportCommands {

    private final AppContext context;
    private final DocumentTabs tabs;
    private final Banners banners;
    private final StackPane root;

    ExportCommands(AppContext context, DocumentTabs tabs, Banners banners, StackPane root) {
        this.context = context;
        this.tabs = tabs;
        this.banners = banners;
        this.root = root;
    }

    /** @param menu of exports: the formats of what is in front are put behind the commands that are in it */
    void bind(Menu menu) {
        BooleanBinding open = Bindings.createBooleanBinding(() -> !formats().isEmpty(), tabs.front(), context.captures().selected());
        context.commands().bind(Command.EXPORT, open, () -> leaving().ifPresent(what -> choose(what, Formats.of(what.kind()))));
        context.commands().bind(Command.COPY_AS_MAIL, open, this::copyAsMail);
        List<MenuItem> commands = List.copyOf(menu.getItems());
        menu.setOnShowing(event -> {
            menu.getItems().setAll(commands);
            menu.getItems().add(new SeparatorMenuItem());
            for (CommandPalette.Entry entry : entries()) {
                MenuItem item = new MenuItem(entry.text());
                item.setMnemonicParsing(false);
                item.setOnAction(chosen -> entry.act().run());
                menu.getItems().add(item);
            }
        });
    }

    /** Each format of what is in front, to choose from. */
    List<CommandPalette.Entry> entries() {
        return formats().stream().map(format -> new CommandPalette.Entry(Messages.text("export.as", format.title()),
                Messages.text("category.export"), "", () -> leaving().ifPresent(what -> choose(what, List.of(format))))).toList();
    }

    private List<Exporter> formats() {
        return Optional.ofNullable(tabs.front().get()).flatMap(DocumentTab::exported).map(Formats::of).orElse(List.of());
    }

    private Optional<Leaving> leaving() {
        Optional<Leaving> what = Optional.ofNullable(tabs.front().get()).flatMap(DocumentTab::leaving);
        if (what.isEmpty()) {
            banners.complain(Messages.text("export.not-yet"));
        }
        return what;
    }

    private void choose(Leaving what, List<Exporter> formats) {
        List<FileChooser.ExtensionFilter> filters = new ArrayList<>();
        formats.forEach(format -> filters.add(new FileChooser.ExtensionFilter(format.title(), "*." + format.ending())));
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("export.title"));
        chooser.setInitialFileName(FileName.of(what.name(), "." + formats.getFirst().ending()));
        chooser.getExtensionFilters().setAll(filters);
        File file = chooser.showSaveDialog(root.getScene().getWindow());
        if (file != null) {
            int chosen = Math.max(0, filters.indexOf(chooser.getSelectedExtensionFilter()));
            Exporter format = Formats.ending(file.getName(), formats).orElse(formats.get(chosen));
            write(what, format, file.toPath());
        }
    }

    private void write(Leaving what, Exporter format, Path target) {
        String theme = context.preferences().settings().get().theme().name().toLowerCase(Locale.ROOT);
        Style style = new Style(Palette.named(theme), Style.WIDTH, Style.SCALE, what.table());
        List<Path> open = tabs.files();
        String writing = Messages.text("export.writing", target.getFileName());
        banners.tell(writing);
        context.jobs().start(job -> {
            OutputFile file = OutputFile.of(target, open);
            Document document = what.document().call();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            format.write(document, style, bytes);
            file.write(bytes.toByteArray());
            return format.leftOut(document, style);
        }, leftOut -> {
            banners.remove(writing);
            banners.tell(Messages.text("export.saved", target));
            leftOut.ifPresent(banners::tell);
        }, e -> {
            banners.remove(writing);
            banners.notWritten("export.failed", target, e);
        });
    }

    private void copyAsMail() {
        leaving().ifPresent(what -> context.jobs().start(job -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Formats.named("mail").orElseThrow().write(what.document().call(), Style.standard(), bytes);
            return bytes.toString(StandardCharsets.UTF_8);
        }, mail -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(mail);
            Clipboard.getSystemClipboard().setContent(content);
            banners.tell(Messages.text("export.copied", mail.lines().count()));
        }, e -> banners.complain(String.valueOf(e.getMessage()))));
    }
}
