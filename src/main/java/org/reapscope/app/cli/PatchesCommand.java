package org.reapscope.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonGenerator;
import org.reapscope.explore.report.MailLines;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.patch.KernelPatches;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the kernel changes that were proposed. */
@Command(name = "patches", mixinStandardHelpOptions = true, description = {
    "Lists the kernel patches that scenarios can be run with, by the ids that --patches takes:",
    "what each does, what became of it, which kernels it fits, what it contradicts and what it breaks."})
final class PatchesCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Print JSON for programs.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        if (json) {
            Listing.json(KernelPatches.all(), PatchesCommand::fields);
            return 0;
        }
        PrintWriter out = Output.toTerminal();
        for (KernelPatch patch : KernelPatches.all()) {
            text(patch, out);
        }
        out.flush();
        return 0;
    }

    private static void text(KernelPatch patch, PrintWriter out) throws IOException {
        out.println(patch.id() + ": " + patch.title());
        MailLines.wrapped(out, "    " + patch.status() + "; " + patch.source());
        for (Profile kernel : Profile.values()) {
            patch.refusedBy(kernel).ifPresent(reason -> out.println("    not on " + kernel.id() + ": " + reason));
        }
        if (!patch.contradicts().isEmpty()) {
            out.println("    not with " + String.join(", ", patch.contradicts().keySet().stream().sorted().toList()));
        }
        for (String hazard : patch.hazards()) {
            MailLines.wrapped(out, "    - " + hazard);
        }
    }

    private static void fields(KernelPatch patch, JsonGenerator json) throws IOException {
        json.writeStringField("id", patch.id());
        json.writeStringField("title", patch.title());
        json.writeStringField("status", patch.status());
        json.writeStringField("source", patch.source());
        Listing.texts(json, "hazards", patch.hazards());
        Listing.texts(json, "profiles", Stream.of(Profile.values()).filter(k -> patch.refusedBy(k).isEmpty()).map(Profile::id).toList());
        json.writeObjectFieldStart("contradicts");
        List<String> others = patch.contradicts().keySet().stream().sorted().toList();
        for (String other : others) {
            json.writeStringField(other, patch.contradicts().get(other));
        }
        json.writeEndObject();
    }
}
