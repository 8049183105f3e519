using GitOpsTasks.Benchmarks.Yaml;

namespace GitOpsTasks.Benchmarks.Lint;

/// <summary>The files of one application; a few of them with what linters find.</summary>
/// <param name="number">Which one.</param>
/// <param name="dice">Draws what differs between applications.</param>
internal sealed partial class Application(int number, Dice dice)
{
    private static readonly string[] s_environments = ["dev", "staging", "prod"];

    private string Name { get; } = $"{dice.Noun()}-{number:0000}";

    private string Image { get; } = $"{dice.Image()}-{number:0000}";

    private int Port { get; } = dice.Number(8000, 8999);

    private string Folder => $"apps/{Name}";

    /// <summary>What all environments share.</summary>
    public IEnumerable<(string Path, string Text)> Base()
    {
        yield return ($"{Folder}/base/kustomization.yaml", Start() +
            """
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            resources:
              - deployment.yaml
              - service.yaml
              - configmap.yaml
              - serviceaccount.yaml
              - networkpolicy.yaml

            """);
        yield return ($"{Folder}/base/deployment.yaml", Start() + Deployment());
        yield return ($"{Folder}/base/service.yaml", Start() + Service());
        yield return ($"{Folder}/base/configmap.yaml", Start() + ConfigMap());
        yield return ($"{Folder}/base/serviceaccount.yaml", Start() +
            $"""
            apiVersion: v1
            kind: ServiceAccount
            metadata:
              name: {Name}
              labels:
                app.kubernetes.io/name: {Name}
            automountServiceAccountToken: false

            """);
        yield return ($"{Folder}/base/networkpolicy.yaml", Start() + NetworkPolicy());
    }

    // Half of all files have no document start: a warning of yamllint's default preset.
    private string Start() => dice.Chance(50) ? "---\n" : "";

    private string Trailing() => dice.Chance(3) ? "  " : "";

    private string Deployment() =>
        $$"""
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: {{Name}}
          labels:
            app.kubernetes.io/name: {{Name}}
            app.kubernetes.io/part-of: shop
            app.kubernetes.io/managed-by: kustomize
        spec:
          replicas: {{dice.Number(1, 9)}}{{dice.Comment()}}
          revisionHistoryLimit: 3
          selector:
            matchLabels:
              app.kubernetes.io/name: {{Name}}
          template:
            metadata:
              labels:
                app.kubernetes.io/name: {{Name}}
              annotations:
                prometheus.io/scrape: "true"
                prometheus.io/port: "{{Port}}"{{Trailing()}}
            spec:
              serviceAccountName: {{Name}}
              securityContext:
                runAsNonRoot: true
                runAsUser: {{dice.Number(1000, 65000)}}
                seccompProfile: {type: RuntimeDefault}
              containers:
                - name: {{Name}}
                  image: {{Image}}:{{dice.Version()}}{{(dice.Chance(30) ? " # {\"$imagepolicy\": \"flux-system:app\"}" : "")}}
                  imagePullPolicy: IfNotPresent
                  args:
                    - --listen=0.0.0.0:{{Port}}
                    - "--log-level={{dice.Pick("info", "debug", "warn")}}"
                  # {{dice.Sentence()}}.
                  env:
        {{dice.Repeat(1, 16, i => $"            - name: SETTING_{i}\n              value: {dice.Pick("\"true\"", "production", "'8080'", "https://example.com/path?x=1")}\n")}}            - name: TOKEN
                      valueFrom:
                        secretKeyRef: {name: {{Name}}-credentials, key: token}
                  ports:
                    - name: http
                      containerPort: {{Port}}
                      protocol: TCP
                  resources:
                    requests:
                      cpu: {{dice.Number(10, 900)}}m
                      memory: {{dice.Number(16, 512)}}Mi
                    limits:
                      memory: {{dice.Number(1, 4)}}Gi
                  readinessProbe:
                    httpGet:
                      path: /ready
                      port: http
                  livenessProbe:
                    httpGet:
                      path: /healthz
                      port: http
                    initialDelaySeconds: {{dice.Number(1, 60)}}
                  securityContext:
                    allowPrivilegeEscalation: false
                    readOnlyRootFilesystem: true
                    capabilities:
                      drop: [ALL]
                  volumeMounts:
                    - {name: config, mountPath: /etc/{{Name}}, readOnly: true}
              volumes:
                - name: config
                  configMap:
                    name: {{Name}}

        """;

    private string Service() =>
        $$"""
        apiVersion: v1
        kind: Service
        metadata:
          name: {{Name}}
          labels: {app.kubernetes.io/name: {{Name}}}
        spec:
          type: ClusterIP
          selector:
            app.kubernetes.io/name: {{Name}}
          ports:
          - name: http   # {{dice.Sentence()}}
            port: 80
            targetPort: http
            protocol: TCP

        """;

    private string ConfigMap() =>
        $$"""
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: {{Name}}
        data:
          LOG_LEVEL: {{dice.Pick("info", "debug", "warn")}}
          FEATURES: "{{dice.Noun()}},{{dice.Noun()}},{{dice.Noun()}}"
          application.properties: |
            # {{dice.Sentence()}}.
        {{dice.Repeat(3, 45, i => $"    setting.{i}.{dice.Noun()}={dice.Hash()[..16]}\n")}}  nginx.conf: |-
            server {
              listen {{Port}};
              location / { proxy_pass http://{{dice.Noun()}}.{{dice.Namespace()}}.svc.cluster.local:{{dice.Number(8000, 8999)}}; }
            }

        """;

    private string NetworkPolicy() =>
        $$"""
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: {{Name}}
        spec:
          podSelector:
            matchLabels:
              app.kubernetes.io/name: {{Name}}
          policyTypes: [Ingress]
          ingress:
            - from:
                - namespaceSelector:
                    matchLabels: {kubernetes.io/metadata.name: ingress}
              ports:
                - port: {{Port}}
                  protocol: TCP

        """;
}
