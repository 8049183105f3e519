using GitOpsTasks.Images;

namespace GitOpsTasks.Init.Sources;

/// <summary>What is known of images that many build upon, or run beside their own.</summary>
internal static class KnownImages
{
    private const int DotNetUser = 1654;

    private static readonly HashSet<string> s_backing = new(StringComparer.Ordinal)
    {
        "postgres", "postgis", "timescaledb", "pgvector", "mysql", "mariadb", "percona", "mssql", "server", "mongo", "mongodb", "redis", "valkey", "keydb", "dragonfly", "memcached",
        "rabbitmq", "kafka", "cp-kafka", "zookeeper", "cp-zookeeper", "nats", "activemq", "artemis", "pulsar", "redpanda", "elasticsearch", "opensearch", "kibana", "solr", "cassandra",
        "scylla", "clickhouse", "clickhouse-server", "influxdb", "couchdb", "neo4j", "minio", "localstack", "azurite", "vault", "consul", "etcd", "keycloak", "meilisearch", "qdrant",
        "typesense", "cockroach", "oracle-free", "postgresql",
    };

    private static readonly HashSet<string> s_tools = new(StringComparer.Ordinal)
    {
        "adminer", "pgadmin4", "phpmyadmin", "mongo-express", "redis-commander", "redisinsight", "mailhog", "mailpit", "maildev", "smtp4dev", "papercut-smtp", "seq", "jaeger", "all-in-one",
        "zipkin", "prometheus", "grafana", "loki", "promtail", "tempo", "otel-collector", "opentelemetry-collector", "opentelemetry-collector-contrib", "aspire-dashboard", "traefik", "caddy",
        "haproxy", "envoy", "nginx", "nginx-proxy", "watchtower", "portainer", "kafka-ui", "akhq", "cadvisor", "node-exporter", "alertmanager", "busybox", "alpine",
    };

    private static readonly Dictionary<string, int> s_users = new(StringComparer.Ordinal)
    {
        ["node"] = 1000, ["nobody"] = 65534, ["nonroot"] = 65532, ["nginx"] = 101, ["www-data"] = 33, ["daemon"] = 1, ["bin"] = 2, ["postgres"] = 999, ["redis"] = 999, ["jenkins"] = 1000,
        ["gradle"] = 1000, ["pwuser"] = 1000, ["bun"] = 1000, ["deno"] = 1993, ["ubuntu"] = 1000,
    };

    /// <summary>Whether an image is a database, a broker or the like.</summary>
    public static bool IsBacking(string image) => s_backing.Contains(ShortName(image));

    /// <summary>Whether an image is a proxy, or for whoever develops.</summary>
    public static bool IsTool(string image) => s_tools.Contains(ShortName(image));

    /// <summary>Whether an image is one of .NET's, with the user <c>app</c> and port 8080.</summary>
    public static bool IsDotNet(string image) => image.StartsWith("mcr.microsoft.com/dotnet/", StringComparison.Ordinal) && !image.Contains("/framework", StringComparison.Ordinal);

    /// <summary>The port that an image says its program listens on; null where none is known.</summary>
    public static int? PortOf(string image) => ShortName(image) switch
    {
        "aspnet" when IsDotNet(image) => 8080,
        "nginx-unprivileged" => 8080,
        "nginx" or "httpd" => 80,
        "caddy" => 80,
        _ => null,
    };

    /// <summary>The number of a user that an image has by its name; null where it is not known.</summary>
    public static int? UserOf(string name, string image) =>
        name is "app" or "$APP_UID" && IsDotNet(image) ? DotNetUser : s_users.TryGetValue(name, out var number) ? number : null;

    /// <summary>The number of the user that an image runs as by itself; null where that is root or not known.</summary>
    public static int? OwnUserOf(string image) => ShortName(image) switch
    {
        "nginx-unprivileged" => 101,
        _ when image.Contains(":nonroot", StringComparison.Ordinal) || image.StartsWith("cgr.dev/", StringComparison.Ordinal) => 65532,
        _ when IsDotNet(image) && image.Contains("chiseled", StringComparison.Ordinal) => DotNetUser,
        _ => null,
    };

    private static string ShortName(string image) => ImageReference.TryParse(image, out var reference) ? reference.ShortName : "";
}
