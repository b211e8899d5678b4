package io.brainwright.fabric;

import io.brainwright.fabric.keys.KeyFolder;
import io.brainwright.fabric.keys.TokenGuard;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.grpc.server.GlobalServerInterceptor;

/** Who may call: a server beyond the loopback interface needs {@code brainwright.keys}, and then asks each call for the token. */
@Configuration(proxyBeanMethods = false)
class KeysWiring {
    private static final Set<String> LOOPBACK = Set.of("", "127.0.0.1", "localhost", "::1", "[::1]");

    /** The key folder of a property, null where it is empty. */
    static @Nullable KeyFolder folder(String property) {
        return property.isBlank() ? null : KeyFolder.open(Path.of(property));
    }

    /** Refuses to start a server that strangers could reach. */
    @Bean
    InitializingBean loopbackOnlyWithoutKeys(
            @Value("${spring.grpc.server.address:127.0.0.1}") String address,
            @Value("${brainwright.keys:}") String keys,
            @Value("${spring.grpc.server.ssl.bundle:}") String tls,
            @Value("${spring.grpc.server.ssl.client-auth:none}") String callers) {
        return () -> {
            boolean locked = !keys.isBlank() && !tls.isBlank() && callers.equalsIgnoreCase("require");
            if (!locked && !LOOPBACK.contains(address)) {
                throw new Problem(
                        Kind.PRECONDITION,
                        "KEYS_NEEDED",
                        "The server would listen on %s without keys.".formatted(address),
                        "Name a key folder in the environment, as BRAINWRIGHT_KEYS, or listen on 127.0.0.1.",
                        Map.of("address", address));
            }
        };
    }

    @Bean
    @GlobalServerInterceptor
    ServerInterceptor tokenGuard(@Value("${brainwright.keys:}") String keys) {
        var folder = folder(keys);
        return folder == null ? new Open() : new TokenGuard(folder);
    }

    /** Lets every call through: nothing but this machine reaches the server. */
    private static final class Open implements ServerInterceptor {
        @Override
        public <A, B> ServerCall.Listener<A> interceptCall(
                ServerCall<A, B> call, Metadata headers, ServerCallHandler<A, B> next) {
            return next.startCall(call, headers);
        }
    }
}
