namespace GitOpsTasks.Benchmarks.Yaml;

/// <summary>Services, ingresses and small objects beside them.</summary>
internal static class NetworkShapes
{
    public static string Service(Dice dice)
    {
        var name = dice.Name();
        return $"""
            apiVersion: v1
            kind: Service
            metadata:
              name: {name}
              namespace: {dice.Namespace()}
            spec:
              type: {dice.Pick("ClusterIP", "LoadBalancer", "NodePort")}
              ports:
                - port: 80
                  targetPort: {dice.Pick("http", "8080", "\"8080\"")}{dice.Comment()}
                  protocol: TCP
                  name: http
              selector:
                app: {name}
            """ + "\n";
    }

    public static string Ingress(Dice dice) =>
        $"""
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: {dice.Name()}
          annotations:
            cert-manager.io/cluster-issuer: letsencrypt
            nginx.ingress.kubernetes.io/proxy-body-size: "{dice.Number(1, 64)}m"
            nginx.ingress.kubernetes.io/configuration-snippet: |
              more_set_headers "X-Frame-Options: DENY";
              if ($host = '{dice.Noun()}.example.com') [
                return 301 https://www.example.com$request_uri;
              ]
        spec:
          ingressClassName: nginx
          rules:
        {dice.Repeat(1, 4, _ => Rule(dice))}
        """ + "\n";

    /// <summary>Several small objects in one file.</summary>
    public static string Roles(Dice dice) =>
        $"""
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: {dice.Name()}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: {dice.Name()}
        rules:
        {dice.Repeat(1, 5, _ => $"- apiGroups: [\"{dice.Pick("", "apps", "batch")}\"]\n  resources: [pods, services, {dice.Noun()}]\n  verbs: [\"get\", \"list\", \"watch\"]\n")}
        ---
        apiVersion: v1
        kind: Namespace
        metadata:
          name: {dice.Namespace()}
        """ + "\n";

    private static string Rule(Dice dice) =>
        $$"""
          - host: {{dice.Noun()}}.example.com
            http:
              paths:
                - path: /{{dice.Noun()}}
                  pathType: Prefix
                  backend: { service: { name: {{dice.Name()}}, port: {number: 80} } }

        """;
}
