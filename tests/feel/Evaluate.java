import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.zeebe.el.EvaluationContext;
import io.camunda.zeebe.el.EvaluationResult;
import io.camunda.zeebe.el.ExpressionLanguage;
import io.camunda.zeebe.el.ExpressionLanguageFactory;
import io.camunda.zeebe.msgpack.spec.MsgPackReader;
import io.camunda.zeebe.msgpack.spec.MsgPackToken;
import io.camunda.zeebe.msgpack.spec.MsgPackWriter;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Evaluates expressions as Zeebe does. Each line of standard input is `{"expression": "1 + x",
 * "variables": {"x": 1}}`; for each, one line goes to standard output: `{"result": 2}`,
 * `{"parseError": "..."}` or `{"evaluationError": "..."}`. An evaluated one has `warnings` too, which
 * say why a part of it became null. The only argument is what `now()` is, such as
 * `2026-11-05T10:20:30Z`.
 */
public final class Evaluate {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ExpressionLanguage language;

  private Evaluate(final Instant now) {
    // As the broker's clock does: the zone is the system's, which is told on the command line.
    language =
        ExpressionLanguageFactory.createExpressionLanguage(() -> now.atZone(ZoneId.systemDefault()));
  }

  public static void main(final String[] arguments) throws IOException {
    final var evaluate = new Evaluate(Instant.parse(arguments[0]));
    final var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    final var out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      out.write(JSON.writeValueAsString(evaluate.answer(JSON.readTree(line))));
      out.newLine();
    }
    out.flush();
  }

  private ObjectNode answer(final JsonNode question) {
    final var answer = NODES.objectNode();
    final var expression = language.parseExpression("=" + question.get("expression").textValue());
    if (!expression.isValid()) {
      return answer.put("parseError", expression.getFailureMessage());
    }
    final var variables = question.get("variables");
    final EvaluationContext context = name -> packed(variables.get(name));
    final EvaluationResult result;
    try {
      result = language.evaluateExpression(expression, context);
    } catch (final RuntimeException | StackOverflowError error) {
      return answer.put("evaluationError", error.toString());
    }
    if (result.isFailure()) {
      answer.put("evaluationError", result.getFailureMessage());
    } else {
      answer.set("result", unpacked(result.toBuffer()));
    }
    final var warnings = answer.putArray("warnings");
    result.getWarnings().forEach(warning -> warnings.add(warning.getMessage()));
    return answer;
  }

  /** A variable as MessagePack, null where there is none. */
  private static DirectBuffer packed(final JsonNode value) {
    if (value == null) {
      return null;
    }
    final var buffer = new ExpandableArrayBuffer();
    final var writer = new MsgPackWriter().wrap(buffer, 0);
    write(value, writer);
    return new UnsafeBuffer(buffer, 0, writer.getOffset());
  }

  private static void write(final JsonNode value, final MsgPackWriter writer) {
    switch (value.getNodeType()) {
      case NULL -> writer.writeNil();
      case BOOLEAN -> writer.writeBoolean(value.booleanValue());
      case STRING -> writer.writeString(bytes(value.textValue()));
      case NUMBER -> {
        if (value.isIntegralNumber()) {
          writer.writeInteger(value.longValue());
        } else {
          writer.writeFloat(value.doubleValue());
        }
      }
      case ARRAY -> {
        writer.writeArrayHeader(value.size());
        value.forEach(item -> write(item, writer));
      }
      case OBJECT -> {
        writer.writeMapHeader(value.size());
        value
            .properties()
            .forEach(
                entry -> {
                  writer.writeString(bytes(entry.getKey()));
                  write(entry.getValue(), writer);
                });
      }
      default -> throw new IllegalArgumentException("Not JSON: " + value);
    }
  }

  private static DirectBuffer bytes(final String text) {
    return new UnsafeBuffer(text.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode unpacked(final DirectBuffer value) {
    return read(new MsgPackReader().wrap(value, 0, value.capacity()));
  }

  private static JsonNode read(final MsgPackReader reader) {
    final var token = reader.readToken();
    return switch (token.getType()) {
      case NIL -> NODES.nullNode();
      case BOOLEAN -> NODES.booleanNode(token.getBooleanValue());
      case INTEGER -> NODES.numberNode(token.getIntegerValue());
      case FLOAT -> NODES.numberNode(token.getFloatValue());
      case STRING -> NODES.textNode(text(token));
      case ARRAY -> readArray(token.getSize(), reader);
      case MAP -> readMap(token.getSize(), reader);
      default -> throw new IllegalStateException("Not a value: " + token.getType());
    };
  }

  private static ArrayNode readArray(final int size, final MsgPackReader reader) {
    final var array = NODES.arrayNode(size);
    for (var index = 0; index < size; index++) {
      array.add(read(reader));
    }
    return array;
  }

  private static ObjectNode readMap(final int size, final MsgPackReader reader) {
    final var map = NODES.objectNode();
    for (var index = 0; index < size; index++) {
      final var key = text(reader.readToken());
      map.set(key, read(reader));
    }
    return map;
  }

  private static String text(final MsgPackToken token) {
    final var buffer = token.getValueBuffer();
    return buffer.getStringWithoutLengthUtf8(0, buffer.capacity());
  }
}
