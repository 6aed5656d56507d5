import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.zeebe.logstreams.log.LogAppendEntry;
import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.logstreams.log.LogStreamReader;
import io.camunda.zeebe.logstreams.log.LogStreamWriter;
import io.camunda.zeebe.logstreams.log.LoggedEvent;
import io.camunda.zeebe.logstreams.log.WriteContext;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.CopiedRecord;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.stream.impl.StreamProcessor;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.StringJoiner;
import org.agrona.concurrent.UnsafeBuffer;
import org.msgpack.jackson.dataformat.MessagePackFactory;

/**
 * Runs Zeebe's engine in memory, without a network. Each line of standard input is a command of its
 * log, such as `{"valueType": "JOB", "intent": "COMPLETE", "key": 7, "value": {"variables": {}}}`,
 * or `{"advanceMs": 1000}` for its clock, or `{"restart": true}` for a new engine. Once the engine
 * has nothing left to do, one line goes to standard output: the array of the events and refusals
 * since the last answer, as Zeebe's exporters get them.
 */
public final class RunZeebe {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper MESSAGE_PACK = new ObjectMapper(new MessagePackFactory());
  private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(20);

  private final ZeebeTestEngine engine = EngineFactory.create();
  private final StreamProcessor processor = part("streamProcessor", StreamProcessor.class);
  private final LogStreamWriter writer;
  private final LogStreamReader reader;
  private long position = -1;

  private RunZeebe() {
    // The engine's own start would open a port besides.
    processor.openAsync(false).join();
    final var log = part("logStream", LogStream.class);
    writer = log.newLogStreamWriter();
    reader = log.newLogStreamReader();
  }

  public static void main(final String[] arguments) throws Exception {
    final var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    final var out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
    var zeebe = new RunZeebe();
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      final var command = JSON.readTree(line);
      if (command.has("restart")) {
        zeebe.engine.stop();
        zeebe = new RunZeebe();
      } else if (command.has("advanceMs")) {
        zeebe.advance(command.get("advanceMs").longValue());
      } else {
        zeebe.write(command);
      }
      out.write(zeebe.newRecords());
      out.newLine();
      out.flush();
    }
    System.exit(0);
  }

  /** What the engine lets nobody have, but which tells at once when it is idle. */
  private <T> T part(final String name, final Class<T> type) {
    try {
      final var field = engine.getClass().getDeclaredField(name);
      field.setAccessible(true);
      return type.cast(field.get(engine));
    } catch (final ReflectiveOperationException error) {
      throw new IllegalStateException(error);
    }
  }

  private void advance(final long milliseconds) throws Exception {
    engine.increaseTime(Duration.ofMillis(milliseconds));
    // Who waits for a time is only woken by and by.
    engine.waitForIdleState(IDLE_TIMEOUT);
  }

  private void write(final JsonNode command) throws IOException {
    final var type = ValueType.valueOf(command.get("valueType").textValue());
    final var metadata =
        new RecordMetadata()
            .recordType(RecordType.COMMAND)
            .valueType(type)
            .intent(Intent.fromProtocolValue(type, command.get("intent").textValue()));
    final var value = UnifiedRecordValue.fromValueType(type);
    value.wrap(new UnsafeBuffer(MESSAGE_PACK.writeValueAsBytes(packed(command.get("value")))));
    final var key = command.path("key").asLong(-1);
    final var entry = LogAppendEntry.of(key, metadata, value);
    awaitIdle(writer.tryWrite(WriteContext.internal(), entry).get());
  }

  /** Waits for the command at the position, and for all that follows from it. */
  private void awaitIdle(final long written) {
    while (processor.getLastProcessedPositionAsync().join() < written
        || !processor.hasProcessingReachedTheEnd().join()) {
      Thread.onSpinWait();
    }
  }

  /** Of what a record holds as bytes, here are the variables as JSON and resources as text. */
  private static JsonNode packed(final JsonNode value) {
    if (value instanceof final ObjectNode fields) {
      for (final var field : fields.properties()) {
        field.setValue(
            switch (field.getKey()) {
              case "variables" ->
                  BinaryNode.valueOf(MsgPackConverter.convertToMsgPack(field.getValue().toString()));
              case "resource" ->
                  BinaryNode.valueOf(field.getValue().textValue().getBytes(StandardCharsets.UTF_8));
              default -> packed(field.getValue());
            });
      }
    } else {
      value.forEach(RunZeebe::packed);
    }
    return value;
  }

  private String newRecords() {
    final var records = new StringJoiner(",", "[", "]");
    reader.seekToNextEvent(position);
    while (reader.hasNext()) {
      final var event = reader.next();
      position = event.getPosition();
      final var metadata = new RecordMetadata();
      event.readMetadata(metadata);
      if (metadata.getRecordType() != RecordType.COMMAND) {
        records.add(json(event, metadata));
      }
    }
    return records.toString();
  }

  private static String json(final LoggedEvent event, final RecordMetadata metadata) {
    final var value = UnifiedRecordValue.fromValueType(metadata.getValueType());
    event.readValue(value);
    return new CopiedRecord<>(
            value,
            metadata,
            event.getKey(),
            1,
            event.getPosition(),
            event.getSourceEventPosition(),
            event.getTimestamp())
        .toJson();
  }
}
