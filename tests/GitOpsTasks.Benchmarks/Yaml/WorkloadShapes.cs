namespace GitOpsTasks.Benchmarks.Yaml;

/// <summary>Deployments, stateful sets and jobs.</summary>
internal static class WorkloadShapes
{
    public static string Deployment(Dice dice)
    {
        var name = dice.Name();
        return $$"""
            apiVersion: apps/v1
            kind: {{dice.Pick("Deployment", "Deployment", "StatefulSet")}}
            metadata:
              name: {{name}}
              namespace: {{dice.Namespace()}}
              labels:
                app.kubernetes.io/name: {{name}}
                app.kubernetes.io/version: "{{dice.Version()}}"
            spec:
              replicas: {{dice.Number(1, 9)}}{{dice.Comment()}}
              selector:
                matchLabels: {{dice.Pick($"{{app: {name}}}", $"{{ \"app\": '{name}', tier: backend }}", $"\n      app: {name}")}}
              template:
                metadata:
                  labels:
                    app: {{name}}
                spec:
                  containers:
            {{dice.Repeat(1, 3, _ => Container(dice))}}
            """ + "\n";
    }

    public static string CronJob(Dice dice) =>
        $$"""
        ---
        # {{dice.Sentence()}}.
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: {{dice.Name()}}, namespace: {{dice.Namespace()}}}
        spec:
          schedule: "*/{{dice.Number(1, 30)}} * * * *"
          concurrencyPolicy: Forbid
          jobTemplate:
            spec:
              template:
                spec:
                  restartPolicy: OnFailure
                  containers:
                  - name: {{dice.Noun()}}
                    image: '{{dice.Image()}}:{{dice.Version()}}'
                    command: ["/bin/sh", "-ec", "curl -fsS http://{{dice.Noun()}}:8080/healthz || exit 1"]
        """ + "\n";

    private static string Container(Dice dice) =>
        $$"""
                - name: {{dice.Noun()}}
                  image: {{dice.Image()}}:{{dice.Version()}}{{(dice.Chance(30) ? " # {\"$imagepolicy\": \"flux-system:app\"}" : "")}}
                  imagePullPolicy: IfNotPresent
                  args:
                    - --listen=0.0.0.0:{{dice.Number(1024, 9999)}}
                    - "--log-level={{dice.Pick("info", "debug", "warn")}}"
                  env:
        {{dice.Repeat(1, 5, i => $"            - name: {dice.Noun().ToUpperInvariant()}_{i}\n              value: {dice.Pick("\"true\"", "production", "'8080'", "https://example.com/path?x=1")}\n")}}
                  ports:
                    - containerPort: {{dice.Number(1024, 9999)}}
                      protocol: TCP
                  resources:
                    requests: { cpu: {{dice.Number(10, 900)}}m, memory: {{dice.Number(16, 512)}}Mi }
                    limits:
                      memory: {{dice.Number(1, 4)}}Gi
                  livenessProbe:
                    httpGet:
                      path: /healthz
                      port: http
                    initialDelaySeconds: {{dice.Number(1, 60)}}

        """;
}
