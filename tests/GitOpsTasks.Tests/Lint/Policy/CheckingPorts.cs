namespace GitOpsTasks.Tests.Lint.Policy;

public sealed class CheckingPorts : PolicyChecked
{
    [Theory]
    [InlineData("8080", 0)]
    [InlineData("0", 0)]
    [InlineData("65535", 0)]
    [InlineData("http", 0)]
    [InlineData("8080-tcp", 0)]
    [InlineData("a-fifteen-chars", 0)]
    [InlineData("${PORT}", 0)]
    [InlineData("\"8080\"", 1)]
    [InlineData("65536", 1)]
    [InlineData("-1", 1)]
    [InlineData("a-sixteen-chars-", 1)]
    [InlineData("HTTP", 1)]
    [InlineData("http_alt", 1)]
    [InlineData("http--alt", 1)]
    [InlineData("-http", 1)]
    public async Task That_a_service_sends_to(string target, int count) => (await PlacesAsync(
        "invalid-target-port", ("a.yaml", $"apiVersion: v1\nkind: Service\nspec:\n  ports:\n  - port: 80\n    targetPort: {target}\n"))).Length.ShouldBe(count);

    [Theory]
    [InlineData("ports: [{name: http, containerPort: 1}]\nlivenessProbe: {httpGet: {port: http}}", 0)]
    [InlineData("ports: [{name: http, containerPort: 1}]\nlivenessProbe: {httpGet: {port: 1}}", 0)]
    [InlineData("livenessProbe: {httpGet: {port: 1}}", 0)]
    [InlineData("ports: [{containerPort: ${PORT}}]\nlivenessProbe: {httpGet: {port: 1}}", 0)]
    [InlineData("livenessProbe: {exec: {command: [a]}}", 0)]
    [InlineData("livenessProbe: {httpGet: {port: http}}", 1)]
    [InlineData("ports: [{name: http, containerPort: 1}]\nstartupProbe: {grpc: {port: 2}}", 1)]
    [InlineData("ports: [{name: http, containerPort: 1}]\nreadinessProbe: {tcpSocket: {port: web}}", 1)]
    public async Task That_probes_ask_at(string container, int count) =>
        (await PlacesAsync("probe-port-not-exposed", ("a.yaml", PodWith(container)))).Length.ShouldBe(count);

    [Theory]
    [InlineData("[{port: 53, protocol: UDP}, {port: 53, protocol: TCP}]", 0)]
    [InlineData("[{port: 53}, {port: 53, protocol: TCP}]", 1)]
    [InlineData("[{name: a, port: 1}, {name: a, port: 2}]", 1)]
    public async Task That_stand_once(string ports, int count) => (await PlacesAsync(
        "duplicate-port", ("a.yaml", $"apiVersion: v1\nkind: Service\nspec: {{ports: {ports}}}\n"))).Length.ShouldBe(count);
}
