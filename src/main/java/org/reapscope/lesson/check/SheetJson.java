package org.reapscope.lesson.check;

import java.io.IOException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.reapscope.lesson.challenge.Way;
import org.reapscope.lesson.predict.Posed;

/** A sheet as JSON, for programs. Options are numbered from 0. */
public final class SheetJson {

    private SheetJson() {}

    /** Writes the sheet, with answers or without. */
    public static void write(AnswerSheet sheet, boolean answers, Appendable out) throws IOException {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("lesson", sheet.lesson().id()).put("title", sheet.lesson().title());
        ArrayNode pages = json.putArray("pages");
        for (AnswerSheet.Worked worked : sheet.pages()) {
            ObjectNode page = pages.addObject().put("title", worked.page().title());
            ArrayNode questions = page.putArray("questions");
            worked.questions().forEach(q -> questions.add(question(q, answers)));
            ArrayNode challenges = page.putArray("challenges");
            worked.challenges().forEach(c -> challenges.add(challenge(c, answers)));
            if (answers && !worked.table().isEmpty()) {
                ArrayNode table = page.putArray("table");
                worked.table().forEach(row -> {
                    ArrayNode line = table.addArray();
                    row.forEach(line::add);
                });
            }
        }
        ArrayNode problems = json.putArray("problems");
        sheet.problems().forEach(p -> problems.addObject().put("page", p.page()).put("item", p.item()).put("text", p.text()));
        out.append(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json)).append('\n');
    }

    private static ObjectNode question(Posed posed, boolean answers) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", posed.question().id()).put("ask", posed.question().kind().id())
                .put("prompt", posed.prompt()).put("several", posed.several());
        ArrayNode options = json.putArray("options");
        posed.options().forEach(options::add);
        if (answers) {
            ArrayNode right = json.putArray("right");
            posed.right().forEach(right::add);
            ArrayNode why = json.putArray("why");
            posed.explanation().sentences().forEach(why::add);
            json.put("schedule", posed.explanation().schedule());
        }
        return json;
    }

    private static ObjectNode challenge(AnswerSheet.Solved solved, boolean answers) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", solved.game().challenge().id())
                .put("title", solved.game().challenge().title()).put("goal", solved.game().challenge().goal());
        if (answers) {
            json.put("solvable", solved.par().solvable());
            solved.par().fewestSteps().ifPresent(w -> way(json.putObject("fewestSteps"), w, solved.shortest().orElse("")));
            solved.par().fewestPreemptions().ifPresent(w -> way(json.putObject("fewestPreemptions"), w, solved.calmest().orElse("")));
        }
        return json;
    }

    private static void way(ObjectNode json, Way way, String schedule) {
        json.put("steps", way.steps()).put("preemptions", way.preemptions()).put("schedule", schedule);
    }
}
