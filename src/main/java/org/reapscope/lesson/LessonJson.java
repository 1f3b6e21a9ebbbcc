package org.reapscope.lesson;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Lessons as JSON: fields in a fixed order, what is as usual left out, so the same lesson is always the same text. */
final class LessonJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private LessonJson() {}

    static String text(Lesson lesson) {
        ObjectNode json = node().put("format", LessonFile.FORMAT).put("title", lesson.title());
        put(json, "summary", lesson.summary());
        put(json, "notes", lesson.notes());
        ArrayNode pages = json.putArray("pages");
        lesson.pages().forEach(p -> pages.add(page(p)));
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        try {
            return MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))
                    .writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode page(Page page) {
        ObjectNode json = node().put("title", page.title());
        put(json, "text", page.text());
        page.exhibit().ifPresent(e -> exhibit(json, e));
        each(json, "point", page.pointers(), p -> {
            ObjectNode pointer = node().put("at", p.kind().id()).put("name", p.name());
            put(pointer, "say", p.words());
            return pointer;
        });
        each(json, "questions", page.questions(), LessonJson::question);
        each(json, "challenges", page.challenges(), LessonJson::challenge);
        put(json, "notes", page.notes());
        return json;
    }

    private static void exhibit(ObjectNode page, LessonExhibit exhibit) {
        switch (exhibit) {
            case LessonExhibit.Run run -> {
                ObjectNode json = page.putObject("run").put("scenario", run.scenario());
                put(json, "profile", run.profile());
                put(json, "patches", run.patches());
                put(json, "schedule", run.schedule());
                if (run.step() > 0) {
                    json.put("step", run.step());
                }
            }
            case LessonExhibit.Capture capture -> {
                ObjectNode json = page.putObject("capture").put("file", capture.file());
                if (capture.kill() > 0) {
                    json.put("kill", capture.kill());
                }
            }
            case LessonExhibit.Comparison table -> {
                ObjectNode json = page.putObject("comparison").put("scenario", table.scenario());
                put(json, "profile", table.profile());
                put(json, "kernels", table.kernels());
                put(json, "properties", table.properties());
            }
        }
    }

    private static ObjectNode question(Question q) {
        ObjectNode json = node().put("id", q.id()).put("ask", q.kind().id());
        put(json, "say", q.say());
        put(json, "task", q.task());
        put(json, "about", q.about());
        put(json, "kernels", q.kernels());
        put(json, "schedule", q.schedule());
        if (q.step() >= 0) {
            json.put("step", q.step());
        }
        return json;
    }

    private static ObjectNode challenge(Challenge c) {
        ObjectNode json = node().put("id", c.id()).put("title", c.title());
        put(json, "text", c.text());
        json.put("goal", c.goal());
        if (c.step() >= 0) {
            json.put("step", c.step());
        }
        Challenge.Rules rules = c.rules();
        if (rules.maxSteps() > 0) {
            json.put("maxSteps", rules.maxSteps());
        }
        if (rules.maxPreemptions() >= 0) {
            json.put("maxPreemptions", rules.maxPreemptions());
        }
        put(json, "steer", rules.steer());
        if (rules.others() == Challenge.Others.EAGER) {
            json.put("others", "eager");
        }
        return json;
    }

    private static <T> void each(ObjectNode json, String name, List<T> items, java.util.function.Function<T, ObjectNode> write) {
        if (!items.isEmpty()) {
            ArrayNode array = json.putArray(name);
            items.forEach(item -> array.add(write.apply(item)));
        }
    }

    private static void put(ObjectNode json, String name, String text) {
        if (!text.isEmpty()) {
            json.put(name, text);
        }
    }

    private static void put(ObjectNode json, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode array = json.putArray(name);
            texts.forEach(array::add);
        }
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
