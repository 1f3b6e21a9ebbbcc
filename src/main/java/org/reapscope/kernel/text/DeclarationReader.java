package org.reapscope.kernel.text;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.syntax.Dialect;
import org.reapscope.base.syntax.Lexeme;
import org.reapscope.base.syntax.Reader;
import org.reapscope.base.syntax.Span;
import org.reapscope.base.syntax.Syntax;

/** Reads the declarations of a file: structs, constants, functions, tracepoints. */
final class DeclarationReader {

    private static final Dialect DIALECT = new Dialect(false, Dialect.Arrow.MEMBER, 1_000_000, 200_000, 60, "a name, a number, '!', '-' or '('",
            "split the file", "name a part of it");

    private final SourceText source;
    private final Reader reader;
    private final List<Declaration> declarations = new ArrayList<>();

    private DeclarationReader(SourceText source) {
        this.source = source;
        reader = new Reader(source.lexemes(), DIALECT);
    }

    /** @throws org.reapscope.base.syntax.SyntaxException at what was not expected */
    static List<Declaration> read(SourceText source) {
        DeclarationReader text = new DeclarationReader(source);
        while (!text.reader.isAtEnd()) {
            text.declarations.add(text.declaration());
        }
        return text.declarations;
    }

    private Declaration declaration() {
        Lexeme first = reader.peek();
        if (reader.take("enum")) {
            return constants(first);
        }
        if (first.text().equals("TRACE_EVENT")) {
            return tracepoint(first);
        }
        boolean internal = reader.take("static");
        boolean inline = reader.take("inline");
        if (!internal && first.text().equals("struct") && isStruct()) {
            return struct(first);
        }
        return function(first, internal, inline);
    }

    private boolean isStruct() {
        return reader.ahead(2).text().equals("{");
    }

    private Declaration constants(Lexeme first) {
        expect("{");
        List<Lexeme> names = new ArrayList<>();
        do {
            names.add(reader.name("the name of a constant"));
        } while (reader.take(",") && !reader.peek().text().equals("}"));
        expect("}");
        expect(";");
        return new Declaration.Constants(List.copyOf(names), first.span());
    }

    private Declaration struct(Lexeme first) {
        expect("struct");
        Lexeme name = reader.name("the name of a struct");
        expect("{");
        List<Declaration.Member> members = new ArrayList<>();
        while (!reader.take("}")) {
            Declaration.Type type = type();
            Lexeme member = reader.name("the name of a member");
            Lexeme per = null;
            if (reader.take("[")) {
                per = reader.name("the struct by which it is indexed");
                expect("]");
            }
            Syntax most = reader.take(":") ? reader.expression() : null;
            String alias = reader.take("as") ? reader.expression().word().orElseThrow(() -> reader.expected("a name")) : null;
            expect(";");
            members.add(new Declaration.Member(type, member, alias, most, per));
        }
        expect(";");
        return new Declaration.Struct(name, List.copyOf(members), first.span());
    }

    private Declaration.Type type() {
        boolean struct = reader.take("struct");
        Lexeme name = reader.name("a type");
        Declaration.Pointer pointer = !reader.take("*") ? Declaration.Pointer.NONE
                : reader.take("*") ? Declaration.Pointer.CURSOR : Declaration.Pointer.NULLABLE;
        return new Declaration.Type(name, struct, pointer);
    }

    private Declaration function(Lexeme first, boolean internal, boolean inline) {
        Declaration.Type returns = type();
        Lexeme name = reader.name("the name of a function");
        List<Declaration.Parameter> parameters = parameters();
        return new Declaration.Function(name, returns, inline, internal, parameters, block(), first.span(), source);
    }

    private List<Declaration.Parameter> parameters() {
        expect("(");
        List<Declaration.Parameter> parameters = new ArrayList<>();
        if (reader.take("void")) {
            expect(")");
        } else if (!reader.take(")")) {
            do {
                parameters.add(new Declaration.Parameter(type(), reader.name("the name of a parameter")));
            } while (reader.take(","));
            expect(")");
        }
        return List.copyOf(parameters);
    }

    private Declaration tracepoint(Lexeme first) {
        reader.take("TRACE_EVENT");
        expect("(");
        Lexeme system = reader.name("the system of a tracepoint");
        expect(",");
        Lexeme name = reader.name("the name of a tracepoint");
        expect(",");
        List<Declaration.Parameter> parameters = parameters();
        expect(")");
        return new Declaration.Tracepoint(system, name, parameters, block(), first.span());
    }

    private List<Statement> block() {
        int from = reader.peek().span().start();
        expect("{");
        List<Statement> statements = new ArrayList<>();
        while (!reader.take("}")) {
            statements.add(statement(from));
            from = reader.previous().span().end();
        }
        return List.copyOf(statements);
    }

    /** @param from where what was before it ends */
    private Statement statement(int from) {
        Lexeme first = reader.peek();
        String label = label();
        if (label != null) {
            Span span = new Span(first.span().start(), reader.previous().span().end());
            return new Statement.Label(label, source.around(from, span), span);
        }
        if (reader.take("if")) {
            expect("(");
            Syntax condition = reader.expression();
            expect(")");
            List<Statement> then = body();
            List<Statement> otherwise = reader.take("else") ? body() : List.of();
            return new Statement.Branch(condition, then, otherwise, first.span());
        }
        if (reader.take("goto")) {
            boolean relative = reader.take(".");
            String to = relative && reader.peek().text().equals(";") ? "" : reader.name("a label").text();
            expect(";");
            return new Statement.Goto((relative ? "." : "") + to, first.span());
        }
        if (reader.take("return")) {
            Syntax value = reader.peek().text().equals(";") ? null : reader.expression();
            expect(";");
            return new Statement.Return(value, first.span());
        }
        return evaluation(first);
    }

    private Statement evaluation(Lexeme first) {
        Syntax syntax = reader.expression();
        if (syntax instanceof Syntax.Call call && call.function().word().filter(w -> w.startsWith("for_each_")).isPresent()) {
            return new Statement.Loop(call, body(), first.span());
        }
        if (reader.take("++") || reader.take("--")) {
            boolean up = reader.previous().text().equals("++");
            expect(";");
            return new Statement.Count(syntax, up, first.span());
        }
        expect(";");
        return new Statement.Evaluate(syntax, first.span());
    }

    private List<Statement> body() {
        return reader.peek().text().equals("{") ? block() : List.of(statement(reader.peek().span().start()));
    }

    /** {@code NAME:}, {@code .NAME:} or {@code .:}, if one comes next. */
    private @Nullable String label() {
        boolean relative = reader.peek().text().equals(".");
        int name = relative ? 1 : 0;
        if (relative && reader.ahead(1).text().equals(":")) {
            reader.take(".");
            reader.take(":");
            return ".";
        }
        if (reader.ahead(name).kind() == Lexeme.Kind.NAME && reader.ahead(name + 1).text().equals(":")) {
            reader.take(".");
            String text = reader.name("a label").text();
            expect(":");
            return relative ? "." + text : text;
        }
        return null;
    }

    private void expect(String sign) {
        if (!reader.take(sign)) {
            throw reader.expected("'" + sign + "'");
        }
    }
}
