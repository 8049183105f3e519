namespace GitOpsTasks.Benchmarks.Yaml;

/// <summary>Config maps that hold scripts, YAML and properties; secrets; dashboards.</summary>
internal static class ConfigMapShapes
{
    public static string Files(Dice dice) =>
        $$"""
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: {{dice.Name()}}-config
          namespace: {{dice.Namespace()}}
        data:
          LOG_LEVEL: {{dice.Pick("info", "\"debug\"", "'warn'")}}
          entrypoint.sh: |
            #!/bin/sh
            set -eu
        {{dice.Repeat(1, 8, i => $"    # {dice.Sentence()}\n    if [ -z \"${{STEP_{i}:-}}\" ]; then\n      echo \"step {i}: {dice.Noun()}\" >&2\n    fi\n\n")}}
          application.yaml: |-
            server:
              port: {{dice.Number(1024, 9999)}}
              hosts: [a.example.com, b.example.com]
        {{dice.Repeat(2, 12, i => $"    {dice.Noun()}-{i}:\n      enabled: {dice.Pick("true", "false")}\n      timeout: {dice.Number(1, 90)}s\n")}}
          message: >
            {{dice.Sentence()}},
            {{dice.Sentence()}}

            and again.
        """ + "\n";

    public static string Secret(Dice dice) =>
        $"""
        apiVersion: v1
        kind: Secret
        metadata: &meta
          name: {dice.Name()}
          labels: &labels
            app: {dice.Noun()}
        type: Opaque
        stringData:
          url: "postgres://user:p%40ss@{dice.Noun()}:5432/db?sslmode=require\n"
          token: '{dice.Hash()}'
          motd: "{dice.Sentence()}\t\u2014 \"quoted\""
        copied: *labels
        """ + "\n";

    /// <summary>A dashboard: JSON in a block scalar, as Grafana's charts have it.</summary>
    public static string Dashboard(Dice dice) =>
        $$"""
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: dashboard-{{dice.Name()}}
        data:
          dashboard.json: |
            {
              "title": "{{dice.Noun()}}",
              "panels": [
        {{dice.Repeat(3, 14, i => $"        {{\"id\": {i}, \"type\": \"graph\", \"datasource\": \"prometheus\", \"expr\": \"sum(rate(http_requests_total{{app=\\\"{dice.Noun()}\\\"}}[5m])) by (code)\"}},\n")}}
                {}
              ]
            }
        """ + "\n";
}
