import brainwright

bw = brainwright.connect()
bw
