namespace GitOpsTasks.Benchmarks.Yaml;

/// <summary>What Argo CD reads.</summary>
internal static class ArgoShapes
{
    public static string Application(Dice dice) =>
        $$"""
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata:
          name: {{dice.Name()}}
          namespace: argocd
          finalizers:
          - resources-finalizer.argocd.argoproj.io
        spec:
          project: default
          source:
            repoURL: https://github.com/acme/{{dice.Noun()}}.git
            targetRevision: {{dice.Pick("HEAD", "main", $"v{dice.Version()}")}}
            path: apps/{{dice.Noun()}}
            helm:
              releaseName: {{dice.Noun()}}
              values: |
                replicaCount: {{dice.Number(1, 9)}}
                image:
                  tag: {{dice.Version()}}
          destination: {server: 'https://kubernetes.default.svc', namespace: {{dice.Namespace()}}}
          syncPolicy:
            automated:
              prune: true
              selfHeal: {{dice.Pick("true", "false")}}
            syncOptions: [CreateNamespace=true, "ServerSideApply=true"]
        """ + "\n";

    public static string ApplicationSet(Dice dice) =>
        $$$"""
        apiVersion: argoproj.io/v1alpha1
        kind: ApplicationSet
        metadata:
          name: {{{dice.Name()}}}
        spec:
          goTemplate: true
          goTemplateOptions: ["missingkey=error"]
          generators:
          - list:
              elements:
        {{{dice.Repeat(1, 6, i => $"      - cluster: {dice.Noun()}-{i}\n        url: https://{dice.Noun()}.example.com:6443\n")}}}
          template:
            metadata:
              name: '{{.cluster}}-guestbook'
            spec:
              project: "default"
              source:
                repoURL: https://github.com/acme/deploy.git
                targetRevision: HEAD
                path: "{{.path.path}}"
              destination:
                server: '{{.url}}'
                namespace: guestbook
        """ + "\n";
}
